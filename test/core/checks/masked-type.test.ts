import { expect, test } from 'vitest';
import { maskedType } from '../../../core/checks/masked-type.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: in/}}';

test('reports a masked column that declares another type than string, and mends it', () => {
  const schema =
    'tables: {claim: {columns: {born: {type: ⟦date⟧}, nr: {type: ⟦int⟧, mask: hash}, n: {type: string}}, mask: [born, n]}}';
  const found = expectFound(maskedType, { config, schema }, [
    'Column `born` of `claim` is masked and becomes NULL of type string in the table, not date; declare it `string`.',
    'Column `nr` of `claim` is masked and becomes a string in the table, not int; declare it `string`.',
  ]);
  expect(applyFix({ config, schema }, found[0]!).schema).toContain('born: {type: string}');
});

test('says nothing of masked strings and clear numbers', () => {
  expectSilence(maskedType, {
    config,
    schema: 'tables: {claim: {columns: {a: {type: int}, b: {mask: null}}}}',
  });
});
