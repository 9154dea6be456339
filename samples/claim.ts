import { type Day, dayOf } from './days.ts';
import type { SampleFile } from './delivery.ts';
import type { PatientSamples } from './patients.ts';
import type { ProviderSamples } from './provider.ts';
import type { Random } from './random.ts';
import { mixedDay, respellDays } from './spelling.ts';
import { type Cells, type Defect, entriesOf } from './spoil.ts';

export const claimColumns = [
  'claim_id',
  'patient_id',
  'provider_id',
  'visit_type',
  'total_cost',
  'coverage_type',
  'date_of_service',
  'claim_date',
  'billed',
  'last_modified_date',
] as const;

const dateColumns = ['date_of_service', 'claim_date', 'last_modified_date'] as const;
const visitTypes = ['physical', 'routine', 'routine', 'illness', 'illness', 'surgery'] as const;

function cost(visitType: string, random: Random): string {
  if (visitType !== 'surgery' && visitType !== 'illness' && random.chance(0.03)) return '0';
  const dollars = visitType === 'surgery' ? random.int(900, 24_000) : random.int(35, 900);
  const kind = random.int(1, 20);
  if (kind === 1) return `${dollars}`;
  if (kind === 2) return `${dollars}.5`;
  return `${dollars}.${String(random.int(0, 99)).padStart(2, '0')}`;
}

interface Period {
  readonly from: Day;
  readonly to: Day;
}

interface People {
  readonly patients: readonly string[];
  readonly providers: readonly string[];
}

function claim(
  number: number,
  people: People,
  options: { readonly period: Period; readonly random: Random },
): Cells {
  const { period, random } = options;
  const visitType = random.pick(visitTypes);
  const service = random.int(period.from, period.to);
  const claimed = Math.min(service + random.int(0, 20), period.to);
  return {
    claim_id: `CL${number}`,
    patient_id: random.pick(people.patients),
    provider_id: random.chance(0.01) ? '' : random.pick(people.providers),
    visit_type: random.chance(0.03) ? visitType.toUpperCase() : visitType,
    total_cost: cost(visitType, random),
    coverage_type: random.pick(['100', '50', '0', '100', '50', '100.0']),
    date_of_service: mixedDay(service, random),
    claim_date: mixedDay(claimed, random),
    billed: period.to - claimed > 60 || random.chance(0.3) ? 'T' : 'F',
    last_modified_date: mixedDay(Math.min(claimed + random.int(0, 10), period.to), random),
  };
}

const set = (column: string, value: string) => (cells: Cells) => {
  cells[column] = value;
};

const firstDefects: readonly Defect[] = [
  { count: 4, spoil: set('claim_id', '') },
  { count: 5, spoil: set('patient_id', ' ') },
  { count: 9, spoil: set('total_cost', 'n/a') },
  { count: 3, spoil: set('total_cost', '$120.00') },
  { count: 6, spoil: set('total_cost', '-45.50') },
  { count: 4, spoil: set('coverage_type', 'full') },
  { count: 5, spoil: set('coverage_type', '75') },
  { count: 7, spoil: set('visit_type', 'teleport') },
  { count: 5, spoil: set('billed', 'maybe') },
  { count: 4, spoil: set('billed', 't') },
  { count: 5, spoil: set('date_of_service', '13/45/2026') },
  { count: 3, spoil: set('claim_date', '2026-02-30') },
  { count: 8, spoil: set('claim_date', '2026-01-02') },
  { count: 3, spoil: set('last_modified_date', '') },
  {
    count: 4,
    spoil: (cells) => {
      cells['visit_type'] = 'surgery';
      cells['total_cost'] = '0.00';
    },
  },
  // Two faults in one record: both are named.
  {
    count: 2,
    spoil: (cells) => {
      cells['total_cost'] = 'free';
      cells['claim_date'] = '2026-13-01';
    },
  },
  { count: 3, spoil: 'malformed:fields' },
  { count: 3, spoil: 'malformed:quote' },
  { count: 2, spoil: 'malformed:nul' },
  { count: 2, spoil: 'malformed:encoding' },
];

/** Claims of people who are not (yet) in the tables. */
function orphans(from: number, patients: readonly string[], template: readonly Cells[]): Cells[] {
  return patients.map((patient_id, index) => ({
    ...template[index],
    claim_id: `CL${from + index}`,
    patient_id,
  }));
}

export interface ClaimSamples {
  readonly first: readonly SampleFile[];
  readonly delta: readonly SampleFile[];
}

export function sampleClaims(
  patients: PatientSamples,
  providers: ProviderSamples,
  random: Random,
): ClaimSamples {
  const people = { patients: patients.known, providers: providers.known };
  const header = [...claimColumns];
  const year = { from: dayOf('2026-01-05'), to: dayOf('2026-11-02') };
  const rows = Array.from({ length: 2_480 }, (_, index) =>
    claim(500_001 + index, people, { period: year, random }),
  );
  const early = orphans(503_001, patients.late.slice(0, 12), rows);
  const lost = orphans(503_101, patients.unknown, rows.slice(20));
  const nowhere = rows
    .slice(30, 33)
    .map((row, index) => ({ ...row, claim_id: `CL${503_201 + index}`, provider_id: 'PR9999' }));
  const [office, hospital, clinic] = [rows.slice(0, 1_500), rows.slice(1_500, 2_330), rows.slice(2_330)];
  const first: SampleFile[] = [
    {
      name: 'claim-2026-11-02-office.csv',
      header,
      entries: entriesOf([...office, ...early, ...lost, ...nowhere], header, {
        random,
        defects: firstDefects,
        blankLines: 4,
      }),
    },
    { name: 'claim-2026-11-02-hospital.csv.gz', header, entries: entriesOf(hospital, header, { random }) },
    {
      name: 'claim-2026-11-02-clinic.csv',
      header,
      entries: entriesOf([...clinic, ...random.sample(clinic, 3)], header, { random, blankLines: 1 }),
      lineEnd: '\r\n',
    },
  ];

  const fortnight = { from: dayOf('2026-10-25'), to: dayOf('2026-11-20') };
  const known = random.sample(hospital, 260);
  const billed = known.slice(0, 150).map((row) => ({
    ...row,
    billed: 'T',
    last_modified_date: mixedDay(random.int(dayOf('2026-11-04'), dayOf('2026-11-16')), random),
  }));
  const stale = known
    .slice(150, 190)
    .map((row) => ({ ...row, billed: 'F', last_modified_date: '2025-12-31' }));
  const unchanged = known.slice(190, 215).map((row) => respellDays(row, dateColumns));
  const fresh = Array.from({ length: 180 }, (_, index) =>
    claim(504_001 + index, people, { period: fortnight, random }),
  );
  const corrected = billed
    .slice(0, 8)
    .map((row) => ({ ...row, total_cost: '99.95', last_modified_date: '2026-11-17' }));
  const recalled = billed
    .slice(8, 14)
    .map((row) => ({ ...row, billed: 'F', last_modified_date: '2026-11-03' }));
  const walkIns = Array.from({ length: 40 }, (_, index) =>
    claim(504_501 + index, people, { period: fortnight, random }),
  );
  const shortHeader = header.filter((column) => column !== 'visit_type');
  const delta: SampleFile[] = [
    {
      name: 'claim-2026-11-16-office.csv',
      header,
      entries: entriesOf(
        [...billed, ...stale, ...unchanged, ...fresh, ...fresh.slice(0, 10), ...corrected, ...recalled],
        header,
        {
          random,
          defects: [
            { count: 4, spoil: set('total_cost', 'n/a') },
            { count: 3, spoil: set('visit_type', 'teleport') },
            { count: 2, spoil: set('claim_date', '2026-01-02') },
            { count: 2, spoil: 'malformed:fields' },
            { count: 1, spoil: 'malformed:quote' },
          ],
          blankLines: 2,
        },
      ),
    },
    {
      name: 'claim-2026-11-17-walk-ins.csv',
      header: shortHeader,
      entries: entriesOf(walkIns, shortHeader, { random }),
    },
    // A file of the first load under a new name.
    ...first.slice(2).map((file) => ({ ...file, name: 'claim-2026-11-17-clinic.csv' })),
  ];
  return { first, delta };
}
