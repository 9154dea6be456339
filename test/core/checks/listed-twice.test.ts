import { expect, test } from 'vitest';
import { listedTwice } from '../../../core/checks/listed-twice.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports allowed values that are the same but for their case', () => {
  const schema = 'tables: {claim: {columns: {a: {valid_vals: [yes, no, ⟦Yes⟧, ⟦no⟧]}}}}';
  const found = expectFound(listedTwice, { schema }, [
    '`Yes` stands twice in `valid_vals` of column `a` of `claim`, as `yes`: letter case is ignored; take one away.',
    '`no` stands twice in `valid_vals` of column `a` of `claim`; take one away.',
  ]);
  expect(found[0]?.related?.[0]?.message).toBe('first listed here');
});

test('reports names that are the same but for their case, and leaves exact doubles to the structure of the files', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: [id, ⟦ID⟧, id]}}',
    schema: 'tables: {claim: {columns: {id: {rename_from: [key, ⟦KEY⟧]}, b: {}}, partition_by: [b, ⟦B⟧]}}',
  };
  expectFound(listedTwice, texts, [
    '`ID` stands twice in `merge_key` of `claim`, as `id`: letter case is ignored; take one away.',
    '`KEY` stands twice in `rename_from` of column `id` of `claim`, as `key`: letter case is ignored; take one away.',
    '`B` stands twice in `partition_by` of `claim`, as `b`: letter case is ignored; take one away.',
  ]);
});

test('is content with lists of different entries', () => {
  expectSilence(listedTwice, { schema: 'tables: {claim: {columns: {a: {valid_vals: [1, 10, x]}}}}' });
});
