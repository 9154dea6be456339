import { test } from 'vitest';
import { maskedUnique } from '../../../core/checks/masked-unique.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: in/}}';

test('reports `unique` on a column of which nothing is left to compare', () => {
  const schema =
    'tables: {claim: {columns: {ssn: {⟦unique: true⟧}, card: {mask: redact, ⟦unique: true⟧}}, mask: [ssn]}}';
  expectFound(maskedUnique, { config, schema }, [
    'Column `ssn` of `claim` is masked, so that `unique` has nothing to compare; mask it with `hash`, or take `unique` away.',
    'Column `card` of `claim` is masked, so that `unique` has nothing to compare; mask it with `hash`, or take `unique` away.',
  ]);
});

test('lets a hashed column be unique', () => {
  const schema =
    'tables: {claim: {columns: {ssn: {mask: hash, unique: true}, b: {mask: redact}, c: {unique: true}}}}';
  expectSilence(maskedUnique, { config, schema });
});
