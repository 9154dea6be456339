import { test } from 'vitest';
import { ruleSeverity } from '../../../core/checks/rule-severity.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports a severity without its rule', () => {
  const schema =
    'tables: {claim: {columns: {a: {required: true, severity: {required: warn, ⟦pattern: warn⟧, ⟦cast: nullify⟧}}}}}';
  expectFound(ruleSeverity, { schema }, [
    'Column `a` of `claim` has no `pattern` rule for the severity `warn`; add the rule, or take the severity away.',
    'Column `a` of `claim` has no `cast` rule for the severity `nullify`; add the rule, or take the severity away.',
  ]);
});

test('reports a failed cast that is told to do two things', () => {
  const schema = 'tables: {claim: {columns: {a: {type: int, on_cast: error, severity: {⟦cast: nullify⟧}}}}}';
  expectFound(ruleSeverity, { schema }, [
    'Column `a` of `claim` says `on_cast: error` and `cast: nullify`, of which the latter counts; take one away.',
  ]);
});

test('is content with a severity for each rule that is there', () => {
  const schema = `tables:
  claim:
    columns:
      a: {type: int, required: true, unique: true, min: 0, max: 9, valid_vals: [1], on_cast: error,
          severity: {cast: error, required: warn, unique: warn, min: warn, max: nullify, valid_vals: error}}
      b: {pattern: x, references: claim.a, severity: {pattern: warn, references: warn}}`;
  expectSilence(ruleSeverity, { schema });
});
