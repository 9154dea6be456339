import { test } from 'vitest';
import { inexactKey } from '../../../core/checks/inexact-key.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports floating-point numbers in a key, a partition and a reference', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: [⟦id⟧]}}',
    schema:
      'tables: {claim: {columns: {id: {type: double}, p: {type: double, references: claim.⟦id⟧}}, partition_by: ⟦p⟧}}',
  };
  expectFound(inexactKey, texts, [
    'Column `id` of `claim` in `merge_key` is a double, which does not compare exactly; declare it decimal, bigint or string.',
    'Column `p` of `claim` in `references` is a double, which does not compare exactly; declare it decimal, bigint or string.',
    'Column `p` of `claim` in `partition_by` is a double, which does not compare exactly; declare it decimal, bigint or string.',
  ]);
});

test('is content with exact types, and with a double that orders changes', () => {
  expectSilence(inexactKey, {
    config: 'sources: {claim: {path: in/, merge_key: id, cdc_key: at}}',
    schema: "tables: {claim: {columns: {id: {type: 'decimal(9,2)'}, at: {type: double}}}}",
  });
});
