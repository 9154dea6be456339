import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('variables, conditions and handlers are declared in a block', () => {
  expectRead(
    [
      'BEGIN DECLARE x INT; DECLARE OR REPLACE VARIABLE y = 1; DECLARE EXIT INT; END',
      "BEGIN DECLARE c CONDITION; DECLARE d CONDITION FOR SQLSTATE VALUE '12345'; DECLARE CONDITION CONDITION; END",
      'BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION, NOT FOUND SELECT 1; END',
      "BEGIN DECLARE EXIT HANDLER FOR SQLSTATE '12345' SET x = 1; END",
      'BEGIN DECLARE CONTINUE HANDLER FOR a, b.c BEGIN SELECT 1; END; END',
      'BEGIN DECLARE EXIT HANDLER FOR a l: BEGIN END l; END',
    ],
    'block',
    ['4.0'],
  );
  expectRefused(
    [
      "BEGIN DECLARE c CONDITION FOR ¦'12345'; END",
      'BEGIN DECLARE c CONDITION FOR SQLSTATE ¦12345; END',
      'BEGIN DECLARE EXIT HANDLER FOR a¦; END',
      'BEGIN DECLARE EXIT HANDLER ¦SELECT 1; END',
      'BEGIN DECLARE HANDLER FOR ¦a SELECT 1; END',
      'BEGIN DECLARE UNDO HANDLER ¦FOR a SELECT 1; END',
      'BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION IF ¦a THEN SELECT 1; END IF; END',
    ],
    ['4.0'],
  );
});

test('the tree of a handler holds what it handles and does', () => {
  const { tree, textOf } = readTree(
    "BEGIN DECLARE EXIT HANDLER FOR SQLSTATE '12345', c, NOT FOUND DELETE FROM t; END",
    'block',
  );
  const [handler] = tree.statements;
  if (handler?.kind !== 'declare-handler') throw new Error(`${handler?.kind}`);
  expect(handler.conditions.map(({ what, state, name }) => [what, textOf(state), textOf(name)])).toEqual([
    ['sqlstate', "'12345'", ''],
    ['condition', '', 'c'],
    ['not-found', '', ''],
  ]);
  expect(handler.action.kind).toBe('delete');
});
