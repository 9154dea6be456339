import { describe, expect, it } from 'vitest';
import { checkCollection, collections } from './collection.ts';
import { absentNotice, isDataPresent } from './data.ts';
import { expectedCell } from './independent-reading.ts';
import { checkSpectrum } from './spectrum.ts';

if (!isDataPresent) console.warn(absentNotice);

describe.skipIf(!isDataPresent)('conformance with data that nobody here wrote', () => {
  it('reads csv-spectrum exactly as its JSON says', async () => {
    const outcomes = await checkSpectrum();
    expect(outcomes).toHaveLength(12);
    expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });

  it.each(collections)(
    'ingests $name so that every cell equals an independent reading',
    async (collection) => {
      const outcomes = await checkCollection(collection);
      expect(outcomes).toHaveLength(collection.files.length);
      expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
    },
  );
});

describe('the independent reading', () => {
  const column = { name: 'c', formats: [], isTrimmed: false };

  it.each([
    ['100.0', 'int', '100'],
    ['-0', 'double', '0'],
    ['1.50', 'decimal(10,2)', '150'],
    ['-1.5', 'decimal(10,2)', '-150'],
    ['Y', 'boolean', 'true'],
    ['2/8/2026', 'date', '2026-02-08'],
    ['2023-01-27T16:17:47Z', 'timestamp', '1674836267000000'],
    [' two words ', 'string', ' two words '],
    [' \t', 'string', null],
  ])('spells %j as %s %s', (field, type, cell) => {
    expect(expectedCell(field, { ...column, type })).toBe(cell);
  });

  it('refuses a field that does not fit its type', () => {
    expect(() => expectedCell('2026-02-30', { ...column, type: 'date' })).toThrow('does not fit');
  });
});
