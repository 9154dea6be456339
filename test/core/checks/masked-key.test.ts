import { test } from 'vitest';
import { maskedKey } from '../../../core/checks/masked-key.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports a merge key, a column of changes and a partition that are masked away', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: [⟦id⟧, ⟦nr⟧], cdc_key: ⟦day⟧}}',
    schema:
      'tables: {claim: {columns: {id: {}, nr: {mask: redact}, day: {mask: hash}, city: {}}, mask: [id, city], partition_by: [⟦city⟧]}}',
  };
  expectFound(maskedKey, texts, [
    'Column `id` of `claim` is masked to NULL and cannot serve `merge_key`; take the mask away, or use `hash`.',
    'Column `nr` of `claim` is masked to the same text in every row and cannot serve `merge_key`; take the mask away, or use `hash`.',
    'Column `day` of `claim` is masked to a hash, which has no order and cannot serve `cdc_key`; choose another column.',
    'Column `city` of `claim` is masked to NULL and cannot serve `partition_by`; take the mask away, or use `hash`.',
  ]);
});

test('reports a column that refers to a parent and is masked to NULL', () => {
  const texts = {
    config: 'sources: {claim: {path: a/}, patients: {path: b/}}',
    schema:
      'tables: {claim: {columns: {p: {references: patients.⟦id⟧}}, mask: [p]}, patients: {columns: {id: {}}}}',
  };
  expectFound(maskedKey, texts, [
    'Column `p` of `claim` is masked to NULL and cannot serve `references`; take the mask away, or use `hash`.',
  ]);
});

test('lets a hash stand for a merge key, a partition and a reference', () => {
  expectSilence(maskedKey, {
    config: 'sources: {claim: {path: in/, merge_key: ID}, patients: {path: b/}}',
    schema:
      'tables: {claim: {columns: {id: {mask: hash, references: patients.id}}, partition_by: id}, patients: {columns: {id: {mask: hash}}}}',
  });
});
