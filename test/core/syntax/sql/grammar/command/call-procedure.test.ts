import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a procedure is called in Spark 4.0 alone', () => {
  expectRead(['CALL f()', "CALL a.b.c(1 + 2, x => 'a')", "CALL IDENTIFIER('f')(1)"], 'call-procedure', [
    '4.0',
  ]);
  expectRefused(
    ['CALL¦', 'CALL a.b¦', 'CALL f(1,¦)', 'CALL f() ¦x', "CALL ¦'a'()", 'CALL f(DISTINCT ¦a)'],
    ['4.0'],
  );
  expectRefused(['¦CALL f()'], ['3.5']);
  const { tree, textOf } = readTree('CALL f(1, x => 2)', 'call-procedure');
  expect(tree.arguments.map(({ name, value }) => [textOf(name), textOf(value)])).toEqual([
    ['', '1'],
    ['x', '2'],
  ]);
});
