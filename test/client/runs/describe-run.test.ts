import { expect, test } from 'vitest';
import { endText } from '../../../client/runs/describe-run.ts';
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
