import { test } from 'vitest';
import { optionNotForLoad } from '../../../core/checks/option-not-for-load.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const schema = 'tables: {claim: {columns: {id: {}, at: {type: date}}}}';

test('reports what an append never looks at', () => {
  const texts = {
    config:
      'sources: {claim: {path: in/, load: append, ⟦merge_key: id⟧, ⟦cdc_key: at⟧, ⟦allow_empty: true⟧}}',
    schema: 'tables: {claim: {columns: {id: {}, at: {type: date}}, ⟦delete_when: id IS NULL⟧}}',
  };
  expectFound(optionNotForLoad, texts, [
    '`merge_key` of `claim` has no effect with `load: append`: every record stays, also when its key comes twice; say `load: upsert`, or `unique: true` on the key.',
    '`cdc_key` of `claim` has no effect with `load: append`: versions of a row are not compared; take it away, or say `load: upsert`.',
    '`allow_empty` of `claim` has no effect with `load: append`: only `load: replace` could empty the table; take it away.',
    '`delete_when` of `claim` has no effect with `load: append`: nothing is deleted; take it away, or say `load: upsert`.',
  ]);
});

test('reports a column of changes in a replacement without keys', () => {
  expectFound(
    optionNotForLoad,
    { config: 'sources: {claim: {path: in/, load: replace, ⟦cdc_key: at⟧}}', schema },
    [
      '`cdc_key` of `claim` has no effect with `load: replace`: versions of a row are not compared; take it away, or say `load: upsert`.',
    ],
  );
});

test('is content where each setting counts', () => {
  for (const source of [
    'merge_key: id, cdc_key: at',
    'load: replace, merge_key: id, cdc_key: at, allow_empty: true',
  ]) {
    expectSilence(optionNotForLoad, { config: `sources: {claim: {path: in/, ${source}}}`, schema });
  }
  expectSilence(optionNotForLoad, {
    config: 'sources: {claim: {path: in/, load: append, merge_key: id}}',
    schema: 'tables: {claim: {columns: {id: {unique: true}}}}',
  });
});
