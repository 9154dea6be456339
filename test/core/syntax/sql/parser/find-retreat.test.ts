import { test } from 'vitest';
import { expectRefused } from '../support/read-statement.ts';

test('a mistake within IN, EXISTS or CASE makes Spark doubt the word', () => {
  expectRefused([
    'SELECT * FROM t WHERE x ¦IN (1, 2 3)',
    'SELECT x IN ¦(1 2)',
    'SELECT * FROM t WHERE x ¦IN (SELECT a FROM u WHERE b IN (1 2))',
    'SELECT a FROM t WHERE x IN (1, 2) AND y ¦IN (1 2)',
    'SELECT * FROM t WHERE EXISTS ¦(SELECT a b c FROM u)',
    'SELECT EXISTS (SELECT ¦a b c FROM u)',
    'SELECT CASE WHEN ¦a b THEN 1 END FROM t',
    'SELECT * FROM t WHERE CASE ¦WHEN a b THEN 1 END = 1',
    'SELECT sum(CASE ¦WHEN a = 1 THEN b c END) FROM t',
  ]);
});

test('within parentheses of an expression, and after NOT, the mistake is told where it is', () => {
  expectRefused([
    'SELECT a FROM t WHERE (x IN (1 ¦2))',
    'SELECT (CASE WHEN a ¦b THEN 1 END) FROM t',
    'SELECT a FROM t WHERE x NOT IN (1 ¦2)',
  ]);
});

test('names in parentheses could be a list of aliases', () => {
  expectRefused([
    'SELECT * FROM t WHERE f¦(a b) = 1',
    'SELECT f(a ¦b)',
    'SELECT * FROM t WHERE f(1 + b ¦c) = 1',
    'SELECT a FROM t WHERE cast¦(x int) = 1',
    'SELECT a FROM t JOIN u ON f¦(x y)',
  ]);
});

test('an operator or clause with nothing behind it is told at its word', () => {
  expectRefused([
    'SELECT a FROM t WHERE x = 1 ¦AND',
    'SELECT a FROM t WHERE a = 1 ¦OR',
    'SELECT a FROM t WHERE x BETWEEN 1 AND¦',
    'SELECT a FROM t WHERE x ¦LIKE',
    "SELECT a FROM t WHERE x LIKE 'a' ¦ESCAPE 5",
    'SELECT a FROM t WHERE x ¦IS 5',
    'SELECT a FROM t x ¦LIMIT',
    'SELECT a FROM t LIMIT 5 ¦OFFSET',
    'SELECT a FROM t ¦ORDER BY a NULLS b',
    'SELECT a FROM t ¦SORT BY',
    'SELECT 1 UNION ¦SELECT',
    'SELECT sum(a) OVER ¦(PARTITION x) FROM t',
    'SELECT count(*) FILTER ¦(a) FROM t',
  ]);
});

test('Spark 4.0 doubts the sign that opens the parameters of a type', () => {
  expectRefused(['SELECT cast(1 as decimal¦(a))', 'SELECT cast(x AS array¦<int) FROM t'], ['4.0']);
  expectRefused(['SELECT cast(1 as decimal(¦a))', 'SELECT cast(x AS array<int¦) FROM t'], ['3.5']);
});
