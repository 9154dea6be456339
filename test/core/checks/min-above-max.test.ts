import { expect, test } from 'vitest';
import { minAboveMax } from '../../../core/checks/min-above-max.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports bounds between which no value lies', () => {
  const schema =
    "tables: {claim: {columns: {a: {type: int, ⟦min: 10⟧, max: 9}, b: {type: date, ⟦min: 1/2/2020⟧, max: 2020-01-01}, c: {type: 'decimal(38,1)', ⟦min: '1234567890123456789012345678901.2'⟧, max: '1234567890123456789012345678901.1'}}}}";
  const found = expectFound(minAboveMax, { schema }, [
    '`min` of column `a` of `claim` is greater than its `max`, so that no value passes; swap them.',
    '`min` of column `b` of `claim` is greater than its `max`, so that no value passes; swap them.',
    '`min` of column `c` of `claim` is greater than its `max`, so that no value passes; swap them.',
  ]);
  expect(found[0]?.related?.[0]?.message).toBe('`max` is here');
});

test('is content with equal bounds, and says nothing where the order is not certain', () => {
  const schema = `tables:
  claim:
    columns:
      a: {type: int, min: 3, max: 3}
      b: {type: timestamp, min: '2020-01-02 00:00:00', max: '2020-01-01 00:00:00Z'}
      c: {min: z, max: a}
      d: {type: int, min: high, max: 3}`;
  expectSilence(minAboveMax, { schema });
});
