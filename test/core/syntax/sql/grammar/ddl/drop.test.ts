import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('tables, views, databases and functions are dropped', () => {
  expectRead(
    [
      'DROP TABLE a.b.t',
      'DROP TABLE IF EXISTS t PURGE',
      'DROP TABLE if',
      'DROP VIEW IF EXISTS v',
      'DROP DATABASE d',
      'DROP SCHEMA IF EXISTS a.d CASCADE',
      'DROP NAMESPACE d RESTRICT',
      'DROP FUNCTION IF EXISTS a.f',
      'DROP TEMPORARY FUNCTION f',
      "DROP TABLE IDENTIFIER('a' || 'b')",
    ],
    'drop',
  );
  expectRead(['DROP TEMPORARY VARIABLE IF EXISTS a', 'DROP TEMP VAR a'], 'drop', ['4.0']);
  expectRefused(['DROP TEMPORARY ¦VARIABLE a'], ['3.5']);
});

test('parts of a drop are told where they are broken', () => {
  expectRefused([
    'DROP¦',
    'DROP ¦x',
    'DROP TABLE¦',
    'DROP TABLE IF EXISTS¦',
    'DROP TABLE IF ¦NOT EXISTS t',
    'DROP TABLE a¦, b',
    'DROP TABLE t ¦CASCADE',
    'DROP VIEW v ¦PURGE',
    'DROP DATABASE d CASCADE ¦RESTRICT',
    'DROP TEMPORARY ¦VIEW v',
    'DROP TABLE IDENTIFIER¦()',
  ]);
  expectRefused(['DROP TABLE a.¦', "DROP TABLE a.¦'x'"], ['3.5']);
  expectRefused(['DROP TABLE a¦.', "DROP TABLE a¦.'x'"], ['4.0']);
});

test('the tree of a drop says what is dropped', () => {
  const { tree, textOf } = readTree('DROP SCHEMA IF EXISTS a.b CASCADE', 'drop');
  expect(tree).toMatchObject({
    object: 'namespace',
    isIfExists: true,
    isTemporary: false,
    ending: 'cascade',
  });
  expect(textOf(tree.name)).toBe('a.b');
});
