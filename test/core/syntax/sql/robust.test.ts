import { describe, expect, test } from 'vitest';
import { scan } from '../../../../core/syntax/sql/lexer/scan.ts';
import { parseScript } from '../../../../core/syntax/sql/parse-script.ts';
import { parseStatement, parseTokens } from '../../../../core/syntax/sql/parse-statement.ts';

const dialect = { version: '4.0', ansi: true } as const;

function codes(text: string): readonly string[] {
  return parseStatement(text, dialect).problems.map(({ code }) => code);
}

/** How often the parser looks at a token while it reads a text. */
function countSteps(text: string): number {
  const tokens = scan(text);
  let steps = 0;
  const counted = new Proxy(tokens.codes, {
    get(target, key) {
      if (typeof key === 'string' && /^\d/.test(key)) steps += 1;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  parseTokens({ ...tokens, codes: counted }, dialect);
  return steps;
}

const wrap = (open: string, middle: string, close: string) => (count: number) =>
  `SELECT ${open.repeat(count)}${middle}${close.repeat(count)}`;
const repeat =
  (start: string, part: string, end = '') =>
  (count: number) =>
    start + part.repeat(count) + end;

/** Texts that are read in full at these sizes. */
const readable: Readonly<Record<string, readonly [make: (count: number) => string, count: number]>> = {
  parentheses: [wrap('(', '1', ')'), 1000],
  'parentheses with operators': [wrap('(', '1', ' + 1)'), 1000],
  'minus signs': [repeat('SELECT ', '- ', '1'), 1000],
  'NOT signs': [repeat('SELECT ', 'NOT ', 'a'), 1000],
  cases: [wrap('CASE WHEN a THEN ', '1', ' END'), 300],
  calls: [wrap('f(', '1', ')'), 300],
  substrings: [wrap('substring(', 'a', ', 1)'), 300],
  trims: [wrap('trim(', 'a', ')'), 300],
  'subqueries in FROM': [wrap('* FROM (SELECT ', '1', ')'), 50],
  'subqueries in WHERE': [wrap('* FROM t WHERE EXISTS (SELECT ', '1', ')'), 50],
  'subqueries in SELECT': [wrap('f(1, (SELECT ', '1', '))'), 50],
  'common tables': [repeat('WITH a0 AS (SELECT 1)', ', a AS (SELECT 1)', ' SELECT 1'), 1000],
  'UNION ALL': [repeat('SELECT 1', ' UNION ALL SELECT 1'), 1000],
  'terms of a sum': [repeat('SELECT 1', ' + 1'), 2000],
  'items of an IN list': [repeat('SELECT a IN (1', ', 1', ')'), 20_000],
  joins: [repeat('SELECT * FROM t', ' JOIN t ON a = b'), 1000],
  conditions: [repeat('SELECT a FROM t WHERE a', ' AND b = 1'), 5000],
  types: [repeat('SELECT CAST(a AS ', 'ARRAY<', `INT${'>'.repeat(300)})`), 300],
};

describe('what is read in full', () => {
  test.each(Object.entries(readable))('%s', (_, [make, count]) => {
    expect(codes(make(count))).toEqual([]);
  });
});

/** Texts of any size that end in an answer: read in full, or told as not checked, or broken. */
const endless: Readonly<Record<string, (count: number) => string>> = {
  ...Object.fromEntries(Object.entries(readable).map(([name, [make]]) => [name, make])),
  'grouping sets': repeat('SELECT 1 FROM t GROUP BY ', 'GROUPING SETS ('),
  subscripts: repeat('SELECT a', '[0]'),
  'subscripts in subscripts': repeat('SELECT a', '[a'),
  casts: repeat('SELECT a', '::INT'),
  'common tables in common tables': repeat('', 'WITH a AS ('),
  'open parentheses': repeat('SELECT ', '('),
  'open parentheses with words': repeat('SELECT ', '(a + '),
  'open calls': repeat('SELECT ', 'f(a, '),
  'open cases': repeat('SELECT ', 'CASE WHEN a '),
  'open queries': repeat('SELECT * FROM ', '(SELECT a FROM '),
  'open joins': repeat('SELECT * FROM ', '(t JOIN '),
  'open types': repeat('SELECT CAST(a AS ', 'STRUCT<a: '),
  'closing parentheses': repeat('SELECT ', ')'),
  lambdas: repeat('SELECT ', 'x -> '),
  commas: repeat('SELECT ', ','),
  words: repeat('', 'a '),
  FROM: repeat('SELECT a ', 'FROM '),
  SELECT: repeat('', 'SELECT '),
  'semicolons that are missing': repeat('', 'SELECT a FROM t\n'),
  'commas that are missing': repeat('SELECT ', 'a b '),
  quotes: repeat('SELECT ', "'"),
  'unknown signs': repeat('SELECT ', '§ '),
  'curly quotes': repeat('SELECT ', '‘a '),
  surrogates: repeat('SELECT ', '\ud800'),
  NUL: repeat('SELECT a', '\u0000'),
  blocks: repeat('', 'BEGIN '),
  comments: repeat('SELECT 1', '/*'),
};

describe('what never throws, and costs no more than in proportion to its size', () => {
  test.each(Object.entries(endless))('%s', (_, make) => {
    expect(() => parseScript(make(20_000), dialect)).not.toThrow();
    const [small, large] = [countSteps(make(1000)), countSteps(make(4000))];
    // Four times the text: a cost that grew with its square would be sixteen times as high.
    expect(large / small).toBeLessThan(7);
  });
});

test.each([
  'SELECT 1; ::',
  'SELECT a::',
  'SELECT a LIMIT 5,',
  'SELECT [a',
  'SELECT a INTO',
  '${',
  '{{ a',
  '@',
  '#',
  '//',
])('%s ends before what began there, and is told', (text) => {
  for (const version of ['3.5', '4.0'] as const) {
    const { problems, warnings } = parseStatement(text, { version, ansi: true });
    expect([text, [...problems, ...warnings].length]).not.toEqual([text, 0]);
  }
});

test('more levels than can be read are told once, as not checked', () => {
  for (const make of [
    wrap('CASE WHEN a THEN ', '1', ' END'),
    wrap('f(', '1', ')'),
    repeat('SELECT ', '- ', '1'),
  ]) {
    expect(codes(make(10_000))).toEqual(['sql-nesting']);
  }
});

test('a megabyte of statements is read', () => {
  const statement = "SELECT a, 'b', count(*) AS n FROM s.t WHERE x = 1 GROUP BY a, 'b';\n";
  const { statements } = parseScript(statement.repeat(15_000), dialect);
  expect(statements).toHaveLength(15_000);
  expect(statements.every(({ problems }) => problems.length === 0)).toBe(true);
});

test('one statement of a megabyte is read, whole or broken', () => {
  const conditions = 'a = 1 AND '.repeat(100_000);
  expect(codes(`SELECT a FROM t WHERE ${conditions}b`)).toEqual([]);
  expect(codes(`SELECT a FROM t WHERE ${conditions}b )`)).toHaveLength(1);
});

test('every prefix of a query is read, and what is told lies in it', () => {
  const query = `WITH a AS (SELECT x, count(*) AS n FROM s.t WHERE y IN ('p', 'q') GROUP BY x HAVING count(*) > 1)
SELECT CASE WHEN n > 1 THEN trim(BOTH ' ' FROM x) ELSE NULL END AS z, sum(n) OVER (PARTITION BY x ORDER BY n DESC)
FROM a LEFT JOIN b ON a.x = b.x AND b.y BETWEEN 1 AND 2 -- comment
WHERE NOT EXISTS (SELECT 1 FROM c WHERE c.x = a.x) ORDER BY z LIMIT 10`;
  for (let end = 0; end <= query.length; end += 1) {
    const text = query.slice(0, end);
    for (const { range, offset } of parseStatement(text, dialect).problems) {
      expect([end, range.start >= 0 && range.start <= range.end && range.end <= end, offset <= end]).toEqual([
        end,
        true,
        true,
      ]);
    }
  }
});
