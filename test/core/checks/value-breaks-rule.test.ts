import { test } from 'vitest';
import { valueBreaksRule } from '../../../core/checks/value-breaks-rule.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports allowed values and defaults beyond the bounds', () => {
  const schema =
    'tables: {claim: {columns: {a: {type: int, min: 1, max: 9, valid_vals: [⟦0⟧, 1, 9, ⟦10⟧]}, b: {type: date, max: 2020-01-01, default: ⟦1/2/2020⟧}}}}';
  expectFound(valueBreaksRule, { schema }, [
    '`0` in `valid_vals` of column `a` of `claim` is refused by its `min`; make the two agree.',
    '`10` in `valid_vals` of column `a` of `claim` is refused by its `max`; make the two agree.',
    '`1/2/2020` in `default` of column `b` of `claim` is refused by its `max`; make the two agree.',
  ]);
});

test('reports a default that is none of the allowed values', () => {
  const schema =
    'tables: {claim: {columns: {a: {valid_vals: [T, F], default: ⟦unknown⟧}, b: {type: int, valid_vals: [1], default: ⟦2⟧}}}}';
  expectFound(valueBreaksRule, { schema }, [
    '`unknown` in `default` of column `a` of `claim` is refused by its `valid_vals`; make the two agree.',
    '`2` in `default` of column `b` of `claim` is refused by its `valid_vals`; make the two agree.',
  ]);
});

test('compares as a run does: by value, letter case ignored', () => {
  const schema = `tables:
  claim:
    columns:
      a: {valid_vals: [T, F], default: t}
      b: {type: double, valid_vals: [1.50], default: 1.5}
      c: {type: boolean, valid_vals: [true], default: yes}
      d: {type: int, max: 3, default: 3}
      e: {type: date, valid_vals: [2020-02-01], default: 2/1/2020}`;
  expectSilence(valueBreaksRule, { schema });
});
