import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

const cast = (type: string) => `SELECT cast(x AS ${type}) FROM t`;

test('types of every kind are read', () => {
  const types = [
    'INT',
    'DECIMAL(10, 2)',
    'ARRAY<ARRAY<INT>>',
    'MAP<STRING, ARRAY<MAP<INT, STRUCT<a: INT>>>>',
    "STRUCT<a: INT NOT NULL COMMENT 'x', b STRING>",
    'STRUCT<>',
    'INTERVAL YEAR TO MONTH',
    'INTERVAL DAY',
    'TIMESTAMP_NTZ',
  ];
  expectRead(types.map(cast), 'query');
});

test('a struct holds its fields', () => {
  const { tree, textOf } = readTree(cast('STRUCT<a: INT, b: ARRAY<STRING>>'), 'query');
  const { body } = tree.query;
  const expression = body.kind === 'select' ? body.items[0]?.expression : undefined;
  const type = expression?.kind === 'cast' ? expression.type : undefined;
  expect(type?.kind === 'struct-type' ? type.fields.map(({ name }) => textOf(name)) : []).toEqual(['a', 'b']);
});

test('mistakes of types are told where Spark 3.5 sees them', () => {
  expectRefused([cast('STRUCT<a INT, b¦>'), cast('MAP<INT¦>'), cast('DECIMAL(10,¦)')], ['3.5']);
});
