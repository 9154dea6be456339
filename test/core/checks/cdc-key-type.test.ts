import { test } from 'vitest';
import { cdcKeyType } from '../../../core/checks/cdc-key-type.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: in/, merge_key: id, cdc_key: ⟦at⟧}}';

test('reports a column of changes that is text or a truth value', () => {
  expectFound(cdcKeyType, { config, schema: 'tables: {claim: {columns: {id: {}, at: {}}}}' }, [
    '`cdc_key` `at` of `claim` is a string, so that `9` is later than `10`; declare it a date, a timestamp or a number.',
  ]);
  expectFound(cdcKeyType, { config, schema: 'tables: {claim: {columns: {id: {}, at: {type: boolean}}}}' }, [
    '`cdc_key` `at` of `claim` is a boolean, which has no order; declare it a date, a timestamp or a number.',
  ]);
});

test('is content with dates, timestamps and numbers, and leaves a masked column to its own finding', () => {
  const clear = config.replace(/[⟦⟧]/g, '');
  for (const type of ['date', 'timestamp', 'bigint', 'double']) {
    expectSilence(cdcKeyType, {
      config: clear,
      schema: `tables: {claim: {columns: {id: {}, at: {type: ${type}}}}}`,
    });
  }
  expectSilence(cdcKeyType, {
    config: clear,
    schema: 'tables: {claim: {columns: {id: {}, at: {}}, mask: [at]}}',
  });
});
