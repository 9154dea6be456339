import { expect, test } from 'vitest';
import { upsertWithoutOrder } from '../../../core/checks/upsert-without-order.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('mentions an upsert that only the order of files decides', () => {
  const config =
    "sources: {a: {path: a/, ⟦merge_key⟧: id, cdc_key: ''}, b: {path: b/, ⟦merge_key⟧: id, order_by: modified}}";
  const found = expectFound(upsertWithoutOrder, { config }, [
    'Dataset `a` has no `cdc_key`: of two records with the same key the one in the last file by name wins, and a late delivery of old data replaces newer rows; name a column of changes if there is one.',
    'Dataset `b` has no `cdc_key`: of two records with the same key the one in the file changed last wins, and a late delivery of old data replaces newer rows; name a column of changes if there is one.',
  ]);
  expect(found[0]?.severity).toBe('info');
});

test('says nothing where versions are ordered or not merged, or where the key itself is missing', () => {
  const config =
    'sources: {a: {path: a/, merge_key: id, cdc_key: at}, b: {path: b/, merge_key: id, load: append}, c: {path: c/}}';
  expectSilence(upsertWithoutOrder, { config });
});
