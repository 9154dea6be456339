import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a statement in a string or variable is run in Spark 4.0 alone', () => {
  expectRead(
    [
      "EXECUTE IMMEDIATE 'SELECT 1'",
      'EXECUTE IMMEDIATE a.b INTO x, y.z USING 1, c AS d',
      "EXECUTE IMMEDIATE 'a' USING (1 AS x, 2 + 3 AS y)",
      'EXECUTE IMMEDIATE INTO INTO x',
    ],
    'execute-immediate',
    ['4.0'],
  );
  expectRefused(
    [
      'EXECUTE IMMEDIATE¦',
      "EXECUTE ¦'a'",
      'EXECUTE IMMEDIATE ¦1',
      "EXECUTE IMMEDIATE 'a' ¦'b'",
      "EXECUTE IMMEDIATE 'a' ¦|| 'b'",
      "EXECUTE IMMEDIATE 'a' USING¦",
      "EXECUTE IMMEDIATE 'a' INTO¦",
    ],
    ['4.0'],
  );
  expectRefused(["¦EXECUTE IMMEDIATE 'SELECT 1'"], ['3.5']);
  const { tree, textOf } = readTree('EXECUTE IMMEDIATE s INTO x, y USING (1 AS a, b)', 'execute-immediate');
  expect([textOf(tree.statement), tree.into.map(textOf), tree.using.map(textOf)]).toEqual([
    's',
    ['x', 'y'],
    ['1 AS a', 'b'],
  ]);
});
