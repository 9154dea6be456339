import type { DatasetName } from '../delivery.ts';

export type ModelType = 'string' | 'int' | 'double' | 'date';
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface ModelColumn {
  readonly name: string;
  readonly type: ModelType;
  /** Stored without its surrounding blanks: keys, the change date, references and columns with allowed values. */
  readonly isTrimmed?: boolean;
  readonly isMasked?: boolean;
}

/** A promise about one record. `holds` sees typed values; severity says what its breach costs. */
export interface ModelRule {
  readonly id: string;
  readonly severity: 'quarantine' | 'nullify' | 'warn';
  /** The column that `nullify` empties. */
  readonly column?: string;
  readonly holds: (row: Row) => boolean;
}

export interface ModelTable {
  readonly key: string;
  readonly changedOn: string | null;
  readonly columns: readonly ModelColumn[];
  /** Column rules in the contract's order, then row checks. */
  readonly rules: readonly ModelRule[];
  readonly references: readonly {
    readonly id: string;
    readonly column: string;
    readonly parent: DatasetName;
  }[];
}

const text = (name: string): ModelColumn => ({ name, type: 'string' });
const trimmed = (name: string): ModelColumn => ({ name, type: 'string', isTrimmed: true });
const masked = (name: string): ModelColumn => ({ name, type: 'string', isMasked: true });
const date = (name: string): ModelColumn => ({ name, type: 'date' });

const present = (id: string, column: string): ModelRule => ({
  id,
  severity: 'quarantine',
  holds: (row) => row[column] !== null,
});

function matches(column: string, pattern: RegExp, severity: 'quarantine' | 'warn'): ModelRule {
  return {
    id: `pattern:${column}`,
    severity,
    holds: (row) => row[column] === null || pattern.test(String(row[column]).replace(/^[ \t]+|[ \t]+$/g, '')),
  };
}

function atLeast(column: string, least: string | number): ModelRule {
  return {
    id: `min:${column}`,
    severity: 'quarantine',
    holds: (row) => {
      const value = row[column] ?? null;
      return value === null || value >= least;
    },
  };
}

function oneOf(column: string, allowed: readonly (string | number)[]): ModelRule {
  const known = new Set(allowed.map((value) => String(value).toLowerCase()));
  return {
    id: `valid_vals:${column}`,
    severity: 'nullify',
    column,
    holds: (row) => row[column] === null || known.has(String(row[column]).toLowerCase()),
  };
}

/** The example project's schema once more, by hand: what the engine reads from YAML is not asked here. */
export const modelTables: Readonly<Record<DatasetName, ModelTable>> = {
  patients: {
    key: 'patient_id',
    changedOn: 'last_modified_date',
    columns: [
      trimmed('patient_id'),
      masked('fname'),
      masked('lname'),
      date('date_of_birth'),
      masked('address'),
      text('city'),
      text('state'),
      text('zipcode'),
      text('date_of_residence'),
      date('last_modified_date'),
    ],
    rules: [
      present('key:patient_id', 'patient_id'),
      present('required:patient_id', 'patient_id'),
      matches('state', /^[A-Z]{2}$/, 'quarantine'),
      matches('zipcode', /^[0-9]{5}(-[0-9]{4})?$/, 'warn'),
      atLeast('date_of_birth', '1900-01-01'),
    ],
    references: [],
  },
  provider: {
    key: 'provider_id',
    changedOn: null,
    columns: [
      trimmed('provider_id'),
      masked('fname'),
      masked('lname'),
      text('facility_name'),
      masked('address'),
      text('city'),
      text('state'),
      text('zipcode'),
      trimmed('specialty_code'),
      date('start_date'),
    ],
    rules: [
      present('key:provider_id', 'provider_id'),
      present('required:provider_id', 'provider_id'),
      oneOf('specialty_code', ['family_physician', 'orthopedist', 'heart_surgeon', 'physical_therapist']),
    ],
    references: [],
  },
  claim: {
    key: 'claim_id',
    changedOn: 'last_modified_date',
    columns: [
      trimmed('claim_id'),
      trimmed('patient_id'),
      trimmed('provider_id'),
      trimmed('visit_type'),
      { name: 'total_cost', type: 'double' },
      { name: 'coverage_type', type: 'int' },
      date('date_of_service'),
      date('claim_date'),
      trimmed('billed'),
      date('last_modified_date'),
    ],
    rules: [
      present('key:claim_id', 'claim_id'),
      present('required:claim_id', 'claim_id'),
      present('required:patient_id', 'patient_id'),
      atLeast('total_cost', 0),
      oneOf('visit_type', ['physical', 'routine', 'illness', 'surgery']),
      oneOf('coverage_type', [100, 50, 0]),
      oneOf('billed', ['T', 'F']),
      {
        id: 'check:claimed_after_service',
        severity: 'quarantine',
        holds: ({ claim_date = null, date_of_service = null }) =>
          claim_date === null || date_of_service === null || claim_date >= date_of_service,
      },
      {
        id: 'check:free_visits_are_routine',
        severity: 'warn',
        holds: ({ total_cost = null, visit_type = null }) =>
          total_cost === null ||
          Number(total_cost) > 0 ||
          visit_type === null ||
          ['routine', 'physical'].includes(String(visit_type)),
      },
    ],
    references: [
      { id: 'references:patient_id', column: 'patient_id', parent: 'patients' },
      { id: 'references:provider_id', column: 'provider_id', parent: 'provider' },
    ],
  },
};
