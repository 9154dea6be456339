import { test } from 'vitest';
import { upsertWithoutKey } from '../../../core/checks/upsert-without-key.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports an upsert without a key, also where upsert is only the default', () => {
  const config = "sources: {⟦a⟧: {path: a/}, ⟦b⟧: {path: b/, load: upsert, merge_key: ''}}";
  expectFound(upsertWithoutKey, { config }, [
    'Dataset `a` is loaded by upsert and has no `merge_key`; name the columns that tell its rows apart, or say `load: append` or `load: replace`.',
    'Dataset `b` is loaded by upsert and has no `merge_key`; name the columns that tell its rows apart, or say `load: append` or `load: replace`.',
  ]);
});

test('is content with a key, and with other ways of loading', () => {
  const config =
    'sources: {a: {path: a/, merge_key: id}, b: {path: b/, load: append}, c: {path: c/, load: replace}}';
  expectSilence(upsertWithoutKey, { config });
});
