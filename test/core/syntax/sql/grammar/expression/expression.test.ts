import { expect, test } from 'vitest';
import type { Expression } from '../../../../../../core/syntax/sql/tree/expression.ts';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

/** How an expression is put together: operands in brackets, down to names and constants. */
function shapeOf(text: string): string {
  const { tree, textOf } = readTree(`SELECT ${text} FROM t`, 'query');
  const { body } = tree.query;
  if (body.kind !== 'select') throw new Error('no SELECT');
  const show = (expression: Expression): string => {
    switch (expression.kind) {
      case 'chain':
        return `[${expression.operands.map(show).join(' ')}]`;
      case 'unary':
        return `<${show(expression.operand)}>`;
      case 'parenthesis':
        return `(${show(expression.inner)})`;
      default:
        return textOf(expression);
    }
  };
  const [item] = body.items;
  if (item === undefined) throw new Error('no item');
  return show(item.expression);
}

test('operators bind as in Spark, and those of one precedence make one chain', () => {
  expect(shapeOf('a + b * c - d || e')).toBe('[a [b c] d e]');
  expect(shapeOf('a OR b AND NOT c = d')).toBe('[a [b <[c d]>]]');
  expect(shapeOf('a | b ^ c & d << e + f')).toBe('[a [b [c [d [e f]]]]]');
  expect(shapeOf('- a * ~ b DIV c')).toBe('[<a> <b> c]');
  expect(shapeOf('a = b < c')).toBe('[a b c]');
  expect(shapeOf('(a + b) * c')).toBe('[([a b]) c]');
});

test('a long chain is one node', () => {
  const { tree } = readTree(
    `SELECT ${Array.from({ length: 2000 }, (_, at) => `c${at}`).join(' + ')}`,
    'query',
  );
  const { body } = tree.query;
  const expression = body.kind === 'select' ? body.items[0]?.expression : undefined;
  expect(expression?.kind === 'chain' ? expression.operands : []).toHaveLength(2000);
});

test('expressions of every form are read', () => {
  const forms = [
    'a BETWEEN 1 AND 2 AND b NOT IN (1, 2) AND c IN (SELECT 1)',
    "a LIKE 'x%' ESCAPE '!' OR b NOT RLIKE 'y' OR c ILIKE ANY ('a', 'b') OR d LIKE ALL ()",
    'a IS NOT NULL, b IS TRUE, c IS NOT DISTINCT FROM d, e IS UNKNOWN',
    'EXISTS (SELECT 1), exists(xs, x -> x > 1), NOT EXISTS (SELECT 1)',
    'CASE WHEN a THEN 1 ELSE 2 END, CASE a WHEN 1 THEN 2 WHEN 3 THEN 4 END',
    'CAST(a AS DECIMAL(10, 2)), TRY_CAST(b AS ARRAY<STRING>), cast(a, b)',
    "DATE '2026-01-31', TIMESTAMP_NTZ '2026-01-31 00:00:00', X'1F'",
    "INTERVAL 1 DAY 2 HOURS, INTERVAL '1-2' YEAR TO MONTH, INTERVAL -'3' MINUTES, INTERVAL '1 day'",
    'transform(xs, (x, i) -> x + i), filter(xs, x -> x IS NOT NULL)',
    'xs[0], m["a"].b, s.f.g, f(x).y[1]',
    'count(DISTINCT a, b), count(*) FILTER (WHERE c), sum(ALL d)',
    'first(a IGNORE NULLS), last_value(a) RESPECT NULLS OVER (ORDER BY b), lag(a) IGNORE NULLS OVER w',
    'percentile_cont(0.5) WITHIN GROUP (ORDER BY a DESC)',
    "EXTRACT(YEAR FROM d), TRIM(BOTH 'x' FROM a), TRIM(FROM b), trim(c), POSITION('a' IN b), position('a', b)",
    'SUBSTRING(a FROM 1 FOR 2), substr(a, 1, 2), OVERLAY(a PLACING b FROM 1 FOR 2)',
    'struct(a AS x, b), named_struct("x", 1), (a, b), (a AS x, b)',
    'f(x => 1, y => 2), ?, :name, IDENTIFIER("f")(1)',
    "'a' 'b', r'\\d', \"c\"",
    'CURRENT_DATE, CURRENT_TIMESTAMP(), USER',
    'TIMESTAMPADD(DAY, 1, a), datediff(MONTH, a, b), date_add(a, 1)',
    '((SELECT 1) + 2), ((a)), (SELECT max(x) FROM (SELECT 1 AS x))',
  ];
  expectRead(
    forms.map((form) => `SELECT ${form} FROM t`),
    'query',
  );
});

test('a cast by colons and a collation are of Spark 4.0', () => {
  expectRead(['SELECT a::INT, b::ARRAY<MAP<STRING, INT>>[0], c COLLATE UTF8_LCASE FROM t'], 'query', ['4.0']);
  expectRefused(['SELECT a¦::INT FROM t', 'SELECT c COLLATE ¦UTF8_LCASE FROM t'], ['3.5']);
});

test('mistakes of expressions are told where Spark sees them', () => {
  expectRefused([
    'SELECT cast(a ¦b as int)',
    'SELECT cast(a as¦) FROM t',
    'SELECT cast(a as int¦, b) FROM t',
    'SELECT f(a ¦b)',
    'SELECT f(1 ¦2) FROM t',
    'SELECT sum(a ¦FROM t',
    'SELECT (a + ¦) FROM t',
    'SELECT (a b¦) FROM t',
    'SELECT a FROM t WHERE x BETWEEN 1 ¦2',
    'SELECT a FROM t WHERE x =¦',
    'SELECT trim(BOTH x ¦y) FROM t',
    'SELECT extract(year ¦x) FROM t',
    'SELECT substring(a FROM ¦) FROM t',
    'SELECT interval 5 ¦FROM t',
    'SELECT a[1 ¦FROM t',
    'SELECT CASE a WHEN 1 ¦2 END FROM t',
    'SELECT transform(xs, x -> x +¦)',
    "SELECT a FROM t WHERE x = ¦'abc",
  ]);
});
