import { test } from 'vitest';
import { formatClash } from '../../../core/checks/format-clash.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports one character for both, and characters that end a line', () => {
  const config = String.raw`sources:
  a: {path: a/, format: {delimiter: '|', quote: ⟦'|'⟧}}
  b: {path: b/, format: {delimiter: ⟦"\n"⟧}}
`;
  expectFound(formatClash, { config }, [
    "Delimiter and quote of `a` are the same character; change one, or say `quote: ''` when fields are never quoted.",
    'The `delimiter` of `b` would end a line or a text; choose another character.',
  ]);
});

test('is content with the usual pairs and with no quote at all', () => {
  const config = String.raw`sources: {a: {path: a/}, b: {path: b/, format: {delimiter: "\t", quote: ''}}}`;
  expectSilence(formatClash, { config });
});
