import { test } from 'vitest';
import { cdcKeyInMergeKey } from '../../../core/checks/cdc-key-in-merge-key.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports a column that is both, in any case', () => {
  expectFound(
    cdcKeyInMergeKey,
    { config: 'sources: {claim: {path: in/, merge_key: [id, at], cdc_key: ⟦AT⟧}}' },
    [
      '`AT` is both in `merge_key` and `cdc_key` of `claim`, so that a newer version of a row never replaces the older; take it out of one.',
    ],
  );
});

test('is content with different columns, and where nothing is merged', () => {
  expectSilence(cdcKeyInMergeKey, {
    config:
      'sources: {a: {path: a/, merge_key: id, cdc_key: at}, b: {path: b/, merge_key: at, cdc_key: at, load: append}}',
  });
});
