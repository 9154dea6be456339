import { expect, test } from 'vitest';
import { parseStatement } from '../../../../../core/syntax/sql/parse-statement.ts';

const dialect = { version: '4.0', ansi: true } as const;

/** What is underlined by the warnings of a text that Spark accepts, and what is said of the first. */
function warn(text: string): readonly string[] {
  const { problems, warnings } = parseStatement(text, dialect);
  expect([text, problems]).toEqual([text, []]);
  return warnings.map(
    ({ range, message }) => `${range.start} ${text.slice(range.start, range.end)}: ${message}`,
  );
}

test.each([
  [
    'SELECT a, FROM t',
    '10 FROM: Spark reads `FROM` as a name here; take the comma before it away, or write what should follow the comma.',
  ],
  [
    'SELECT FROM t WHERE x = 1',
    '7 FROM: Spark reads `FROM` as a name here; write what is missing before it.',
  ],
  [
    'SELECT a FROM WHERE x = 1',
    '9 FROM: Spark reads `FROM` as a name here; write the table that is missing behind it.',
  ],
  [
    'SELECT a FROM t WHERE',
    '16 WHERE: Spark reads `WHERE` as a name here; write the condition that is missing behind it.',
  ],
  [
    'SELECT a FROM t WHERE GROUP BY a',
    '16 WHERE: Spark reads `WHERE` as a name here; write the condition that is missing behind it.',
  ],
  ['SELECT a FROM t LIMIT', '16 LIMIT: Spark reads `LIMIT` as a name here; write what is missing behind it.'],
  [
    'SELECT a FROM t ORDER',
    '16 ORDER: Spark reads `ORDER` as a name here; write `BY` and the list that is missing behind it.',
  ],
  [
    'SELECT a = FROM t',
    '11 FROM: Spark reads `FROM` as a name here; write the value that is missing before it.',
  ],
  [
    'SELECT a END FROM t',
    '9 END: Spark reads `END` as a name here; take it away, as it ends no `CASE`, or write it in backquotes.',
  ],
])('says of %s what was meant', (text, expected) => {
  expect(warn(text)).toEqual([expected]);
});

test.each([
  'SELECT user, current_date, time, t.order, left(a, 2) AS end, `from` FROM t',
  'SELECT CASE WHEN a THEN b END FROM t AS x WHERE a IS NOT NULL ORDER BY a LIMIT 10',
  'SELECT count(DISTINCT a) AS order FROM t CROSS JOIN u GROUP BY b',
])('says nothing of %s', (text) => {
  expect(warn(text)).toEqual([]);
});

test('a warning stands beside no mistake', () => {
  expect(parseStatement('SELECT a, FROM t WHERE (x', dialect).warnings).toEqual([]);
});
