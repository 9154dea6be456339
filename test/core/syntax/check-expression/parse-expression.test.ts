import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenOf } from '../../../../core/semantics/children-of.ts';
import type { Expression } from '../../../../core/syntax/check-expression/expression.ts';
import { parseExpression } from '../../../../core/syntax/check-expression/parse-expression.ts';

/** The tree in short: every operation in parentheses. */
function show(tree: Expression): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'string':
      return `'${tree.value}'`;
    case 'typed':
      return `${tree.type}'${tree.value}'`;
    case 'boolean':
      return String(tree.value);
    case 'column':
      return tree.name;
    case 'logic':
      return `(${tree.operator} ${tree.operands.map(show).join(' ')})`;
    case 'comparison':
      return `(${tree.operator} ${show(tree.left)} ${show(tree.right)})`;
    case 'arithmetic':
      return `(${show(tree.first)}${tree.rest.map(({ operator, operand }) => ` ${operator} ${show(operand)}`).join('')})`;
    case 'call':
    case 'aggregate': {
      const isDistinct = tree.kind === 'aggregate' && tree.isDistinct;
      const parts = childrenOf(tree).map(show).join(', ');
      return `${tree.name}(${isDistinct ? 'distinct ' : ''}${parts === '' ? '*' : parts})`;
    }
    case 'null':
    case 'missing':
    case 'skipped':
      return tree.kind;
    default: {
      const isNegated = 'isNegated' in tree && tree.isNegated;
      return `(${isNegated ? 'not-' : ''}${tree.kind} ${childrenOf(tree).map(show).join(' ')})`;
    }
  }
}

describe('parseExpression', () => {
  test.each([
    ['a', 'a'],
    ['`odd name` = 1', '(= odd name 1)'],
    ['a OR b AND NOT c', '(or a (and b (not c)))'],
    ['a AND b AND c', '(and a b c)'],
    ['! a', '(not a)'],
    ['NOT a = 1', '(not (= a 1))'],
    ['a + b * -c - 2', '(a + (b * (negate c)) - 2)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['+a', 'a'],
    [
      'a == 1 OR a != 2 OR a !> 3 OR a !< 4 OR a <=> NULL',
      '(or (= a 1) (<> a 2) (<= a 3) (>= a 4) (<=> a null))',
    ],
    ['a IS NULL AND b is not null', '(and (isNull a) (not-isNull b))'],
    ["a IN ('x', 'y') OR a NOT IN (1)", "(or (in a 'x' 'y') (not-in a 1))"],
    ['a BETWEEN 1 AND 2 AND b', '(and (between a 1 2) b)'],
    ['a NOT BETWEEN 1 AND 2', '(not-between a 1 2)'],
    ["a LIKE '%x' AND a NOT LIKE 'y'", "(and (like a '%x') (not-like a 'y'))"],
    ['CASE WHEN a THEN 1 ELSE 2 END', '(case a 1 2)'],
    ['CASE a WHEN 1 THEN TRUE WHEN 2 THEN FALSE END', '(case a 1 true 2 false)'],
    [
      'date \'2024-01-01\' < TIMESTAMP"2024-01-01 10:00:00"',
      "(< date'2024-01-01' timestamp'2024-01-01 10:00:00')",
    ],
    ['date > timestamp', '(> date timestamp)'],
    ['COALESCE(lower(a), trim(b), substr(c, 1, 2))', 'coalesce(lower(a), trim(b), substr(c, 1, 2))'],
    ['count(*) > count(DISTINCT a) + sum(b)', '(> count(*) (count(distinct a) + sum(b)))'],
    ['1.5BD + 2L + .5D', '(1.5 + 2 + .5)'],
    ['a -- note\n/* more */ + 1', '(a + 1)'],
  ])('reads %s', (text, shown) => {
    const { tree, errors } = parseExpression(text);
    expect(errors).toEqual([]);
    expect(show(tree)).toBe(shown);
  });

  // The part between the brackets is where the problem is shown.
  test.each([
    ['a = ⟦⟧', 'A column or a value is missing before the end; write one.'],
    ['⟦⟧', 'A column or a value is missing before the end; write one.'],
    ['a + ⟦)⟧', 'A column or a value is missing before `)`; write one.'],
    ['a ⟦b⟧', '`b` is not expected here; write an operator such as `=` or `AND` before it.'],
    ['a = 1⟦)⟧', '`)` closes nothing; remove it.'],
    ['a = 1⟦;⟧', 'An expression ends without `;`; remove it.'],
    ['(a⟦⟧', 'A parenthesis is not closed; add `)`.'],
    [
      'a ⟦/⟧ 2',
      'Division is not part of checks; multiply the other side instead, or use a check with `engine: spark`.',
    ],
    [
      "a ⟦||⟧ 'x'",
      '`||` is not part of checks; compare the columns one by one, or use a check with `engine: spark`.',
    ],
    [
      '⟦regexp_replace⟧(a, b)',
      '`regexp_replace` is not a function of checks (length, lower, upper, trim, substr, coalesce, abs, count, sum, min, max); use a check with `sql:` and `engine: spark`.',
    ],
    ['⟦t.⟧a = 1', 'A check sees the columns of its own table only; write the column without `t.`.'],
    ['a IN ⟦5⟧', "The list after `IN` is missing; write `IN ('a', 'b')`."],
    ['a IN (⟦)⟧', 'The list after `IN` is empty; write at least one value.'],
    ['a BETWEEN 1 ⟦OR⟧ 2', '`AND` and the upper end are missing after `BETWEEN`; write `BETWEEN 1 AND 5`.'],
    ['a IS ⟦5⟧', '`NULL` is missing after `IS`; write `IS NULL` or `IS NOT NULL`.'],
    ['CASE ⟦END⟧', 'A column or a value is missing before `END`; write one.'],
    ['CASE a ⟦END⟧', '`CASE` has no `WHEN`; write `CASE WHEN … THEN … END`.'],
    ['CASE WHEN a ⟦1⟧ END', '`THEN` is missing after the condition of `WHEN`; write `WHEN … THEN …`.'],
    ['CASE WHEN a THEN 1⟦⟧', '`END` is missing at the end of `CASE`; add it.'],
    ["a = ⟦'open⟧", "`'` is not closed; add the same sign where the text ends."],
    [
      "a = 'it'⟦'s'⟧",
      "Two strings stand side by side, which Spark 3.5 and 4.0 read differently; write `\\'` for a quote.",
    ],
    ['⟦sum()⟧ > 1', '`sum` takes one argument; write one.'],
    ['a = ⟦@⟧', 'A column or a value is missing before `@`; write one.'],
    ['length(a⟦⟧', 'The call of `length` is not closed; add `)`.'],
  ])('says what is wrong with %s', (marked, message) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const range = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
    expect(parseExpression(text).errors[0]).toEqual({ message, range: shiftToGap(text, range) });
  });

  test('tells several problems of one text, each once', () => {
    expect(
      parseExpression('a = AND foo(1) OR b = ').errors.map(({ range }) =>
        text('a = AND foo(1) OR b = ', range),
      ),
    ).toEqual(['AND', 'foo', '']);
  });

  test.each([
    ['2,000 terms', Array(2000).fill('a').join(' + '), 0],
    ['20,000 items', `a IN (${Array(20_000).fill('1').join(', ')})`, 0],
    ['20,000 conditions', Array(20_000).fill('a').join(' AND '), 0],
    ['200 parentheses', `${'('.repeat(200)}a${')'.repeat(200)}`, 0],
    ['1,000 parentheses', `${'('.repeat(1000)}a${')'.repeat(1000)}`, 1],
    ['20,000 open parentheses', '('.repeat(20_000), 1],
    ['20,000 minus signs', `${'- '.repeat(20_000)}a`, 1],
    ['20,000 NOTs', `${'NOT '.repeat(20_000)}a`, 1],
    ['20,000 open CASEs', 'CASE WHEN '.repeat(20_000), 1],
    ['a lot of signs', '@#$ '.repeat(40_000), 1],
  ])('answers to %s', (_name, text, problems) => {
    expect(parseExpression(text).errors).toHaveLength(problems);
  });

  test('never throws, and keeps every range inside the text, whatever the text', () => {
    const words =
      "a 1 'x' ( ) , + - * = AND OR NOT IN BETWEEN LIKE IS NULL CASE WHEN THEN ELSE END count lower . ` ' \" /* -- @ DATE distinct".split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 30 }), (pieces) => {
        const source = pieces.join(' ');
        const { tree, errors } = parseExpression(source);
        for (const { range } of [...errors, ...everyNode(tree)]) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(source.length);
        }
      }),
      { seed: 11, numRuns: 800 },
    );
  });
});

function everyNode(tree: Expression): readonly Expression[] {
  return [tree, ...childrenOf(tree).flatMap(everyNode)];
}

function text(source: string, { start, end }: { start: number; end: number }): string {
  return source.slice(start, end);
}

/** An empty range at the end of a text stands after its last token. */
function shiftToGap(source: string, range: { start: number; end: number }) {
  return range.start === range.end && range.start === source.length
    ? { start: source.trimEnd().length, end: source.trimEnd().length }
    : range;
}
