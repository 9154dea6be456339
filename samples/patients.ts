import { type Day, dayOf, spellDay } from './days.ts';
import type { SampleFile } from './delivery.ts';
import { familyNames, givenNames, places, streets } from './invented.ts';
import type { Random } from './random.ts';
import { mixedDay, respellDays } from './spelling.ts';
import { type Cells, type Defect, entriesOf } from './spoil.ts';

export const patientColumns = [
  'patient_id',
  'fname',
  'lname',
  'date_of_birth',
  'address',
  'city',
  'state',
  'zipcode',
  'date_of_residence',
  'last_modified_date',
] as const;

const dateColumns = ['date_of_birth', 'last_modified_date'] as const;

function address(random: Random): string {
  const street = `${random.int(1, 1900)} ${random.pick(streets)}`;
  const kind = random.int(1, 100);
  if (kind <= 7) return `${street}, Apt ${random.int(1, 40)}`;
  if (kind <= 11) return `${street}\nRear building`;
  if (kind <= 13) return `"${random.pick(['The Mill', 'Rose Cottage', 'Little Haven'])}", ${street}`;
  return street;
}

function patient(number: number, modified: Day, random: Random): Cells {
  const place = random.pick(places);
  const zip = `${place.zip}${String(random.int(1, 99)).padStart(2, '0')}`;
  return {
    patient_id: `PT${number}`,
    fname: random.pick(givenNames),
    lname: random.pick(familyNames),
    date_of_birth: mixedDay(random.int(dayOf('1931-01-01'), dayOf('2024-12-31')), random),
    address: address(random),
    city: random.chance(0.02) ? ` ${place.city}` : place.city,
    state: place.state,
    zipcode: random.chance(0.1) ? `${zip}-${random.int(1000, 9999)}` : zip,
    date_of_residence: random.pick([
      spellDay(random.int(dayOf('2005-01-01'), dayOf('2026-06-30')), 'iso'),
      `${random.pick(['spring', 'summer', 'autumn'])} ${random.int(1990, 2025)}`,
      '',
    ]),
    last_modified_date: mixedDay(modified, random),
  };
}

const set = (column: string, value: string) => (cells: Cells) => {
  cells[column] = value;
};

const firstDefects: readonly Defect[] = [
  { count: 2, spoil: set('patient_id', '') },
  { count: 1, spoil: set('patient_id', '   ') },
  { count: 3, spoil: set('date_of_birth', '13/45/1988') },
  { count: 2, spoil: set('date_of_birth', '1872-04-01') },
  { count: 2, spoil: set('date_of_birth', '02/30/1990') },
  { count: 1, spoil: set('last_modified_date', 'yesterday') },
  { count: 4, spoil: set('state', 'Ohio') },
  { count: 2, spoil: set('state', 'oh') },
  { count: 6, spoil: set('zipcode', '4401') },
  { count: 2, spoil: set('last_modified_date', '') },
  { count: 2, spoil: set('state', '') },
  { count: 1, spoil: 'malformed:fields' },
  { count: 2, spoil: 'malformed:quote' },
  { count: 1, spoil: 'malformed:nul' },
  { count: 1, spoil: 'malformed:encoding' },
];

export interface PatientSamples {
  readonly first: readonly SampleFile[];
  readonly delta: readonly SampleFile[];
  /** Identifiers that claims may use: clean in the first load, arriving only with the delta, never arriving. */
  readonly known: readonly string[];
  readonly late: readonly string[];
  readonly unknown: readonly string[];
}

const idOf = (row: Cells) => row['patient_id'] ?? '';

export function samplePatients(random: Random): PatientSamples {
  const day = () => random.int(dayOf('2026-01-05'), dayOf('2026-10-31'));
  const rows = Array.from({ length: 600 }, (_, index) => patient(100_001 + index, day(), random));
  const header = [...patientColumns];
  const [north, south] = [rows.slice(0, 400), rows.slice(400)];
  const first: SampleFile[] = [
    {
      name: 'patients-2026-11-02-north.csv',
      header,
      entries: entriesOf(north, header, { random, defects: firstDefects, blankLines: 3 }),
    },
    {
      name: 'patients-2026-11-02-south.csv',
      header,
      entries: entriesOf([...south, ...random.sample(south, 4)], header, { random }),
      lineEnd: '\r\n',
      hasByteOrderMark: true,
      isQuotedThroughout: true,
    },
    { name: 'patients-2026-11-02-west.csv', header: null, entries: [] },
  ];

  const clean = random.sample(south, 150);
  const moved = clean.slice(0, 60).map((row) => ({
    ...row,
    address: address(random),
    city: random.pick(places).city,
    last_modified_date: mixedDay(random.int(dayOf('2026-11-03'), dayOf('2026-11-16')), random),
  }));
  const stale = clean
    .slice(60, 72)
    .map((row) => ({ ...row, city: 'Old Marlow', last_modified_date: '2025-12-15' }));
  const unchanged = clean.slice(72, 82).map((row) => respellDays(row, dateColumns));
  const fresh = Array.from({ length: 50 }, (_, index) =>
    patient(100_601 + index, dayOf('2026-11-10'), random),
  );
  const corrected = moved
    .slice(0, 5)
    .map((row) => ({ ...row, city: 'Tamarack', last_modified_date: '2026-11-16' }));
  const portal = Array.from(
    { length: 25 },
    (_, index): Cells => ({
      ...patient(100_651 + index, dayOf('2026-11-12'), random),
      preferred_language: random.pick(['en', 'es', 'pl']),
    }),
  );
  // Another order of columns, other capitals, and a column that the schema does not know.
  const portalHeader = [
    'patient_id',
    'lname',
    'fname',
    'Date_Of_Birth',
    'preferred_language',
    ...header.slice(4),
  ];
  const portalRows = portal.map((row): Cells => ({ ...row, Date_Of_Birth: row['date_of_birth'] ?? '' }));
  const delta: SampleFile[] = [
    {
      name: 'patients-2026-11-16.csv',
      header,
      entries: entriesOf(
        [...moved, ...stale, ...unchanged, ...fresh, ...moved.slice(20, 26), ...corrected],
        header,
        {
          random,
          defects: [
            { count: 2, spoil: set('date_of_birth', '31.12.1980') },
            { count: 1, spoil: set('patient_id', '') },
            { count: 1, spoil: 'malformed:fields' },
          ],
          blankLines: 1,
        },
      ),
    },
    {
      name: 'patients-2026-11-17-portal.csv',
      header: portalHeader,
      entries: entriesOf(portalRows, portalHeader, { random }),
    },
  ];
  return {
    first,
    delta,
    known: south.map(idOf),
    late: portal.map(idOf),
    unknown: ['PT900001', 'PT900002', 'PT900003', 'PT900004'],
  };
}
