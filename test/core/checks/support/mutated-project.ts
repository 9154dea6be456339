import fc from 'fast-check';

/** A change to one setting of a sound project: of a column, a table or a source. */
interface Change {
  readonly where: 'column' | 'table' | 'source';
  readonly dataset: string;
  readonly column: string;
  readonly key: string;
  readonly value: unknown;
}

type Settings = Record<string, unknown>;

const values = fc.constantFrom<unknown>(
  ...[
    0,
    -5,
    2.5,
    1e21,
    true,
    false,
    '1900-01-01',
    '1/2/2020',
    '2020-01-01 00:00:00',
    'x',
    'T',
    '1e3',
    ' 5 ',
    "it's",
  ],
);
const conditions = fc.constantFrom(
  'cost > 0',
  'id = city',
  'day >= at',
  'sum(cost) > 1',
  'count(*) > 1',
  'nope = 1',
  'cost',
  'ID IS NOT NULL',
  "city IN ('a', NULL)",
  'cost / 2 > 1',
  "day > 'x'",
  "cost BETWEEN 1 AND 10 OR city LIKE 'a%'",
  'CASE WHEN cost > 1 THEN day = at ELSE NULL END',
  'abs(cost) * 3 - 1 < length(city)',
  'coalesce(city, id) = upper(city)',
  "at > TIMESTAMP '2020-01-01 00:00:00'",
  'max(day) >= min(day) AND count(DISTINCT city) > 1',
  'NOT (cost <=> 1)',
);
const severities = fc.constantFrom('error', 'quarantine', 'nullify', 'warn');
const ruleKinds = [
  'cast',
  'required',
  'pattern',
  'min',
  'max',
  'valid_vals',
  'references',
  'unique',
] as const;

/** What each setting may become; a good part of it is wrong, alone or beside other changes. */
const columnSettings: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  type: fc.constantFrom(
    'string',
    'int',
    'bigint',
    'double',
    'boolean',
    'date',
    'timestamp',
    'decimal(5,2)',
    'decimal(2,5)',
  ),
  valid_vals: fc.array(values, { minLength: 1, maxLength: 2 }),
  required: fc.boolean(),
  unique: fc.boolean(),
  pattern: fc.constantFrom('[A-Z]+', '(', 'a{2000}', '(?i)x', '^a|b$', '\\d{3}'),
  min: values,
  max: values,
  default: values,
  references: fc.constantFrom('parent.id', 'parent.city', 'child.ID', 'gone.id'),
  formats: fc.constantFrom(['dd.MM.yyyy'], 'yyyy-MM-dd', ['yyyy-MM-dd HH:mm'], ['xx']),
  rename_from: fc.constantFrom('city', 'ts', 'old'),
  on_cast: fc.constantFrom('quarantine', 'nullify', 'error'),
  mask: fc.constantFrom('hash', 'null', 'redact'),
  severity: fc.dictionary(fc.constantFrom(...ruleKinds), severities, { maxKeys: 2 }),
};
const tableSettings: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  checks: fc.array(
    fc.oneof(
      conditions,
      fc.record({ expr: conditions, severity: severities }, { requiredKeys: ['expr'] }),
      fc.record({ table: conditions, severity: severities }, { requiredKeys: ['table'] }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  delete_when: conditions,
  partition_by: fc.constantFrom('city', 'CITY', 'cost'),
  mask: fc.constantFrom(['id'], ['City'], ['day'], ['cost']),
};
const sourceSettings: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  merge_key: fc.constantFrom('ID', ['id', 'city'], 'nope', '', 'cost'),
  cdc_key: fc.constantFrom('day', 'AT', 'city', 'nope'),
  load: fc.constantFrom('upsert', 'append', 'replace'),
  time_zone: fc.constantFrom('Europe/Berlin', 'x'),
  format: fc.constantFrom({ delimiter: '|' }, { delimiter: '"' }, { null_values: ['NA'] }),
};

function changes(where: Change['where'], settings: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  const one = fc.constantFrom(...Object.keys(settings)).chain((key) => {
    return fc.record({
      where: fc.constant(where),
      dataset: fc.constantFrom('parent', 'child'),
      column: fc.constantFrom('id', 'city', 'day', 'cost', 'at', 't_id', '_x', 'ts'),
      key: fc.constant(key),
      value: settings[key] ?? fc.constant(null),
    });
  });
  return one as fc.Arbitrary<Change>;
}

/** Texts of a project of two datasets in which up to six settings were changed at random. */
export const mutatedProject: fc.Arbitrary<{ readonly config: string; readonly schema: string }> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: changes('column', columnSettings) },
      { weight: 3, arbitrary: changes('table', tableSettings) },
      { weight: 2, arbitrary: changes('source', sourceSettings) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((made) => write(made));

function write(made: readonly Change[]): { readonly config: string; readonly schema: string } {
  const tables: Record<string, Settings & { columns: Record<string, Settings> }> = {
    parent: soundTable(),
    child: soundTable(),
  };
  const sources: Record<string, Settings> = {
    parent: { path: 'p/', merge_key: 'id' },
    child: { path: 'c/', merge_key: 'id' },
  };
  for (const { where, dataset, column, key, value } of made) {
    const table = tables[dataset];
    if (where === 'source') sources[dataset] = { ...sources[dataset], [key]: value };
    else if (table !== undefined && where === 'table') table[key] = value;
    else if (table !== undefined) table.columns[column] = { ...table.columns[column], [key]: value };
  }
  return { config: JSON.stringify({ sources }), schema: JSON.stringify({ tables }) };
}

function soundTable(): Settings & { columns: Record<string, Settings> } {
  const columns = { id: { required: true }, city: {}, day: { type: 'date' }, cost: { type: 'double' } };
  return { columns: { ...columns, at: { type: 'timestamp' } } };
}
