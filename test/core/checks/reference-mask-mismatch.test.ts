import { test } from 'vitest';
import { referenceMaskMismatch } from '../../../core/checks/reference-mask-mismatch.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: a/}, patients: {path: b/}}';

test('reports a clear column that refers to a masked one, and the reverse', () => {
  const schema = `tables:
  claim: {columns: {p: {references: patients.⟦id⟧}, q: {mask: hash, references: patients.⟦nr⟧}, r: {mask: hash, references: patients.⟦id⟧}}}
  patients: {columns: {id: {}, nr: {}}, mask: [id]}`;
  expectFound(referenceMaskMismatch, { config, schema }, [
    '`patients.id` is masked (`null`) and `claim.p` is in clear, so that no value would match; mask both with `hash` or neither.',
    '`patients.nr` is in clear and `claim.q` is masked (`hash`), so that no value would match; mask both with `hash` or neither.',
    '`patients.id` is masked (`null`) and `claim.r` is masked (`hash`), so that no value would match; mask both with `hash` or neither.',
  ]);
});

test('is content when both are hashed or both are clear', () => {
  const schema = `tables:
  claim: {columns: {p: {mask: hash, references: patients.id}, q: {references: patients.nr}}}
  patients: {columns: {id: {mask: hash}, nr: {}}}`;
  expectSilence(referenceMaskMismatch, { config, schema });
});

test('leaves a referring column that is masked to NULL to its own finding', () => {
  const schema = `tables:
  claim: {columns: {p: {references: patients.id}}, mask: [p]}
  patients: {columns: {id: {}}}`;
  expectSilence(referenceMaskMismatch, { config, schema });
});
