import { test } from 'vitest';
import { defaultHidesBlank } from '../../../core/checks/default-hides-blank.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports a default of a merge key and of a required column', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: id}}',
    schema: 'tables: {claim: {columns: {id: {⟦default: none⟧}, city: {required: true, ⟦default: Paris⟧}}}}',
  };
  expectFound(defaultHidesBlank, texts, [
    'Column `id` of `claim` is a merge key, so that all records without a key would become one row; take `default` away.',
    'Column `city` of `claim` is `required`, which no blank value can break once it is filled; take `default` away, or `required`.',
  ]);
});

test('is content with a default of any other column', () => {
  expectSilence(defaultHidesBlank, { schema: 'tables: {claim: {columns: {city: {default: Paris}}}}' });
});
