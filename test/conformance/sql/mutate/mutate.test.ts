import { expect, it } from 'vitest';
import { createRandom } from '../../../../samples/random.ts';
import { mutate } from './mutate.ts';
import { mutators } from './mutators.ts';
import { join, piecesOf } from './pieces.ts';

const rich =
  "SELECT `a`, count(*) AS n, CAST('x' AS INT) FROM t -- c\nWHERE b = 1 GROUP BY `a` HAVING n > 2 ORDER BY n";

it.each([rich, "/* a */ SELECT '😀''', \"d\\\"q\" /*+ h */ <=> 1.5E-3 |> ::", "'never closed", ''])(
  'the pieces of %j are the whole text',
  (text) => {
    expect(join(piecesOf(text))).toBe(text);
  },
);

it.each(Object.entries(mutators))('%s changes a text', (_name, change) => {
  const random = createRandom(3);
  const made = Array.from({ length: 20 }, () => change(rich, random, 'SELECT 2'));
  expect(made.some((text) => text !== null && text !== rich)).toBe(true);
});

it('mutants are different from their statements and each other, and the same for the same seed', () => {
  const statements = [
    { text: rich, kind: 'query' },
    { text: 'MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE', kind: 'merge' },
  ];
  const made = mutate(statements, 300, createRandom(4));
  expect(mutate(statements, 300, createRandom(4))).toEqual(made);
  expect(new Set(made.map(({ text }) => text)).size).toBe(300);
  expect(made.some(({ text }) => statements.some((one) => one.text === text))).toBe(false);
  expect(new Set(made.map(({ mutator }) => mutator)).size).toBe(Object.keys(mutators).length);
});
