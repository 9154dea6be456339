import { expect, test } from 'vitest';
import { maskedKey } from '../../../core/checks/masked-key.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

test('reports a merge key, a column of changes and a partition that are masked away, where they are masked', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: [id, nr], cdc_key: day}}',
    schema:
      'tables: {claim: {columns: {id: {}, nr: {mask: ⟦redact⟧}, day: {mask: ⟦hash⟧}, city: {}}, mask: [⟦id⟧, ⟦city⟧], partition_by: [city]}}',
  };
  const found = expectFound(maskedKey, texts, [
    'Column `nr` of `claim` is masked to the same text in every row and cannot serve `merge_key`; take the mask away, or use `hash`.',
    'Column `day` of `claim` is masked to a hash, which has no order and cannot serve `cdc_key`; take the mask away, or choose another column.',
    'Column `id` of `claim` is masked to NULL and cannot serve `merge_key`; take the mask away, or use `hash`.',
    'Column `city` of `claim` is masked to NULL and cannot serve `partition_by`; take the mask away, or use `hash`.',
  ]);
  expect(found.map(({ related }) => related?.map(({ message }) => message))).toEqual([
    ['`merge_key` is here'],
    ['`cdc_key` is here'],
    ['`merge_key` is here'],
    ['`partition_by` is here'],
  ]);
});

test('takes the mask away, or makes it a hash', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: id}}',
    schema:
      'tables:\n  claim:\n    columns:\n      id:\n        type: string\n      name: {}\n    mask:\n      - ⟦id⟧\n      - name\n',
  };
  const [finding] = expectFound(maskedKey, texts, [expect.stringContaining('cannot serve `merge_key`')]);
  expect(finding?.fixes?.map(({ title }) => title)).toEqual(['Do not mask `id`', 'Mask `id` by `hash`']);
  const open = applyFix(texts, finding!);
  expect(open.schema).toMatch(/mask:\n {6}- name\n$/);
  const hashed = applyFix(texts, finding!, 1);
  expect(hashed.schema).toContain('        type: string\n        mask: hash\n');
  for (const mended of [open, hashed]) expectSilence(maskedKey, mended);
});

test('reports a column that refers to a parent and is masked to NULL', () => {
  const texts = {
    config: 'sources: {claim: {path: a/}, patients: {path: b/}}',
    schema:
      'tables: {claim: {columns: {p: {references: patients.id}}, mask: [⟦p⟧]}, patients: {columns: {id: {}}}}',
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
