import { expect, test } from 'vitest';
import { referenceTypeMismatch } from '../../../core/checks/reference-type-mismatch.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: a/}, patients: {path: b/}}';

test('reports columns of different types, and shows the other type', () => {
  const schema =
    'tables: {claim: {columns: {p: {type: string, references: ⟦patients.id⟧}}}, patients: {columns: {id: {type: int}}}}';
  const [finding] = expectFound(referenceTypeMismatch, { config, schema }, [
    'Column `p` of `claim` is string and `patients.id` is int; give both the same type.',
  ]);
  expect(finding?.related?.[0]?.message).toBe('`patients.id` is int');
});

test('lets whole numbers of both sizes meet, and masked columns, which are text on both sides', () => {
  const schema = `tables:
  claim: {columns: {p: {type: int, references: patients.id}, q: {type: int, mask: hash, references: patients.nr}}}
  patients: {columns: {id: {type: bigint}, nr: {type: date, mask: hash}}}`;
  expectSilence(referenceTypeMismatch, { config, schema });
});
