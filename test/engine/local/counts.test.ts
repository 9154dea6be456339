import { expect, test } from 'vitest';
import { noCounts } from '../../../core/contracts/no-counts.ts';
import { reconcile } from '../../../engine/local/counts.ts';

const sound = {
  ...noCounts,
  records: 10,
  malformed: 1,
  accepted: 9,
  quarantined: 2,
  inserted: 3,
  updated: 1,
  unchanged: 1,
  superseded: 1,
  stale: 1,
};

test('books that balance pass', () => {
  expect(() => reconcile(sound, { rows: 9, seen: 9 })).not.toThrow();
});

test('a record that is lost or doubled anywhere fails the run with both numbers', () => {
  const failed = { code: 'counts_disagree', status: 'failed' };
  const attempt = (counts: typeof sound, staged: { rows: number; seen: number }) => {
    try {
      reconcile(counts, staged);
      return null;
    } catch (error) {
      return error;
    }
  };
  expect(attempt({ ...sound, records: 11 }, { rows: 9, seen: 9 })).toMatchObject({
    ...failed,
    message: expect.stringContaining('11 records were counted'),
  });
  expect(attempt(sound, { rows: 8, seen: 9 })).toMatchObject(failed);
  expect(attempt(sound, { rows: 9, seen: 10 })).toMatchObject(failed);
  expect(attempt({ ...sound, inserted: 4 }, { rows: 9, seen: 9 })).toMatchObject({
    ...failed,
    message: expect.stringContaining('10 are accounted for'),
  });
});
