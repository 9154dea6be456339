import { expect, test } from 'vitest';
import { endText, severalText } from '../../../client/runs/describe-run.ts';
import { recordOf } from '../support/record.ts';

test('a notification says how a run ended, and why', () => {
  const counts = { inserted: 4, quarantined: 1 } as never;
  expect(endText(recordOf({ counts }))).toBe('books: succeeded, 4 inserted, 1 quarantined.');
  expect(endText(recordOf({ counts: {} as never, isDryRun: true }))).toBe(
    'books: dry run succeeded, no record.',
  );
  expect(endText(recordOf({ status: 'no_input' }))).toBe('books: nothing new was delivered.');
  expect(endText(recordOf({ status: 'failed', reason: 'The disk is full.' }))).toBe(
    'books: failed. The disk is full.',
  );
  expect(endText(recordOf({ status: 'cancelled', reason: 'The run was cancelled.' }))).toBe(
    'books: The run was cancelled.',
  );
  expect(endText(recordOf({ status: 'interrupted' }))).toBe('books: interrupted.');
});

test('several runs are summed up in one sentence', () => {
  const counts = (inserted: number, quarantined: number) =>
    ({ inserted, updated: 1, deleted: 0, quarantined, malformed: 2 }) as never;
  const runs = [
    recordOf({ counts: counts(3, 0) }),
    recordOf({ counts: counts(1999, 1) }),
    recordOf({ status: 'no_input' }),
  ];
  expect(severalText(runs)).toBe('3 datasets: 2,004 rows changed, 5 records kept out.');
  expect(severalText([recordOf({ status: 'no_input' })])).toBe('1 dataset: nothing new was delivered.');
});
