import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a database or catalog is chosen by name', () => {
  expectRead(
    [
      'USE a',
      'USE cat.db',
      'USE DATABASE a',
      'USE SCHEMA a',
      'USE NAMESPACE a.b',
      'USE DATABASE',
      "USE IDENTIFIER('a')",
    ],
    'use',
  );
  expectRefused(['USE¦', 'USE a ¦b', 'USE CATALOG ¦a', "USE ¦'a'"]);
  const { tree, textOf } = readTree('USE DATABASE a.b', 'use');
  expect(tree.name.parts.map(textOf)).toEqual(['a', 'b']);
});
