import { dayOf } from './days.ts';
import type { SampleFile } from './delivery.ts';
import { facilities, familyNames, givenNames, places, streets } from './invented.ts';
import type { Random } from './random.ts';
import { mixedDay } from './spelling.ts';
import { type Cells, entriesOf } from './spoil.ts';

export const providerColumns = [
  'provider_id',
  'fname',
  'lname',
  'facility_name',
  'address',
  'city',
  'state',
  'zipcode',
  'specialty_code',
  'start_date',
] as const;

const specialties = ['family_physician', 'orthopedist', 'heart_surgeon', 'physical_therapist'] as const;

function provider(number: number, random: Random): Cells {
  const place = random.pick(places);
  return {
    provider_id: `PR${number}`,
    fname: random.pick(givenNames),
    lname: random.pick(familyNames),
    facility_name: random.pick(facilities),
    address: `${random.int(1, 900)} ${random.pick(streets)}`,
    city: place.city,
    state: place.state,
    zipcode: `${place.zip}${random.int(10, 99)}`,
    specialty_code: random.pick(specialties),
    start_date: mixedDay(random.int(dayOf('1998-01-01'), dayOf('2026-09-30')), random),
  };
}

const set = (column: string, value: string) => (cells: Cells) => {
  cells[column] = value;
};

export interface ProviderSamples {
  readonly first: readonly SampleFile[];
  readonly delta: readonly SampleFile[];
  /** Identifiers of clean rows. */
  readonly known: readonly string[];
}

export function sampleProviders(random: Random): ProviderSamples {
  const header = [...providerColumns];
  const rows = Array.from({ length: 60 }, (_, index) => provider(2_001 + index, random));
  const [fallible, sound] = [rows.slice(0, 20), rows.slice(20)];
  const first: SampleFile[] = [
    {
      name: 'provider-2026-11-02.csv',
      header,
      entries: [
        ...entriesOf(fallible, header, {
          random,
          defects: [
            { count: 1, spoil: set('start_date', 'n/a') },
            { count: 1, spoil: set('provider_id', '') },
            { count: 2, spoil: set('specialty_code', 'astrologer') },
            { count: 2, spoil: set('specialty_code', 'Heart_Surgeon') },
            { count: 1, spoil: 'malformed:fields' },
          ],
          blankLines: 1,
        }),
        ...entriesOf([...sound, ...random.sample(sound, 2)], header, { random }),
      ],
    },
  ];
  const moved = sound.slice(0, 8).map((row) => ({ ...row, facility_name: 'Alder Row Clinic, New Wing' }));
  const fresh = Array.from({ length: 5 }, (_, index) => provider(2_061 + index, random));
  const delta: SampleFile[] = [
    // The very file of the first load, sent again under its old name.
    ...first,
    {
      name: 'provider-2026-11-16.csv',
      header,
      entries: entriesOf([...moved, ...sound.slice(10, 16), ...fresh], header, { random }),
    },
    { name: 'provider-2026-11-17.csv', header, entries: [] },
  ];
  return { first, delta, known: sound.map((row) => row['provider_id'] ?? '') };
}
