import { test } from 'vitest';
import { requiredBecomesNull } from '../../../core/checks/required-becomes-null.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports a required column whose other rules take the value away', () => {
  const schema =
    'tables: {claim: {columns: {a: {required: true, ⟦valid_vals⟧: [T, F]}, b: {type: int, required: true, ⟦on_cast⟧: nullify, ⟦min⟧: 0, severity: {min: nullify}}}}}';
  expectFound(requiredBecomesNull, { schema }, [
    'Column `a` of `claim` is `required`, and its `valid_vals` makes values NULL; say `severity: {valid_vals: quarantine}`.',
    'Column `b` of `claim` is `required`, and its `on_cast` makes values NULL; say `on_cast: quarantine`.',
    'Column `b` of `claim` is `required`, and its `min` makes values NULL; say `severity: {min: quarantine}`.',
  ]);
});

test('reports a merge key, which is never NULL, whether it is said to be required or not', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: ID}}',
    schema: 'tables: {claim: {columns: {id: {⟦pattern⟧: x, severity: {pattern: nullify}}}}}',
  };
  expectFound(requiredBecomesNull, texts, [
    'Column `id` of `claim` is the merge key, and its `pattern` makes values NULL; say `severity: {pattern: quarantine}`.',
  ]);
});

test('is content with other severities, and with columns that may be NULL', () => {
  const schema = `tables:
  claim:
    columns:
      a: {required: true, valid_vals: [T], severity: {valid_vals: quarantine}}
      b: {valid_vals: [T]}
      c: {type: int, required: true, max: 5, references: claim.a}`;
  expectSilence(requiredBecomesNull, { schema });
});
