import { test } from 'vitest';
import { unmaskedPii } from '../../../core/checks/unmasked-pii.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: in/}}';

test('reports a tagged column that is not masked', () => {
  const schema = 'tables: {claim: {columns: {who: {⟦pii: name⟧}, ssn: {pii: ssn}}, mask: [ssn]}}';
  expectFound(unmaskedPii, { config, schema }, [
    'Column `who` of `claim` is tagged as personal data (name) and is not masked; add it to `mask`, or take the tag away.',
  ]);
});

test('is content with every kind of mask', () => {
  const schema =
    'tables: {claim: {columns: {a: {pii: x, mask: hash}, b: {pii: x, mask: redact}, c: {pii: x, mask: }}}}';
  expectSilence(unmaskedPii, { config, schema });
});
