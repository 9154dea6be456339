import { describe, expect, test } from 'vitest';
import type { ColumnType } from '../../../core/contracts/plan.ts';
import { columnsOf, typeExpression } from '../../../core/semantics/type-expression.ts';
import { parseExpression } from '../../../core/syntax/check-expression/parse-expression.ts';

const columns: ReadonlyMap<string, ColumnType> = new Map<string, ColumnType>([
  ['i', 'int'],
  ['b', 'bigint'],
  ['d', 'double'],
  ['m', 'decimal(12,2)'],
  ['wide', 'decimal(38,10)'],
  ['s', 'string'],
  ['k', 'boolean'],
  ['day', 'date'],
  ['z', 'timestamp'],
]);

function typed(text: string, aggregates = false) {
  const { tree, errors } = parseExpression(text);
  expect(errors).toEqual([]);
  return typeExpression(tree, columns, { aggregates });
}

describe('typeExpression', () => {
  test.each([
    ['i = 1 AND NOT k', 'boolean'],
    ['I', 'int'],
    ['i + 1', 'bigint'],
    ['-i', 'bigint'],
    ['-5', 'int'],
    ['3000000000', 'bigint'],
    ['12345678901234567890', 'decimal(20,0)'],
    ['1.50', 'decimal(3,2)'],
    ['1e3', 'double'],
    ['m + 1', 'decimal(13,2)'],
    ['m * m', 'decimal(25,4)'],
    ['m - d', 'double'],
    ['b + m', 'decimal(22,2)'],
    ['abs(i)', 'bigint'],
    ['abs(b)', 'decimal(19,0)'],
    ['length(trim(s))', 'int'],
    ["coalesce(s, 'x')", 'string'],
    ['coalesce(i, m)', 'decimal(12,2)'],
    ['CASE WHEN k THEN 1 ELSE 1.5 END', 'decimal(11,1)'],
    ["CASE day WHEN '2024-01-01' THEN 'a' END", 'string'],
    ["day = '2024-01-01'", 'boolean'],
    ['z > day', 'boolean'],
    ["z BETWEEN '2024-01-01' AND TIMESTAMP '2024-01-02 10:00:00+02:00'", 'boolean'],
    ['i IN (1, 2.5, NULL)', 'boolean'],
    ['NULL', null],
    ['NULL IS NULL', 'boolean'],
  ] as const)('types %s', (text, type) => {
    expect(typed(text)).toEqual({ type, problems: [] });
  });

  test.each([
    ['count(*) > 5', 'boolean'],
    ['count(DISTINCT s)', 'bigint'],
    ['sum(i)', 'decimal(29,0)'],
    ['sum(m)', 'decimal(22,2)'],
    ['sum(d)', 'double'],
    ['min(day)', 'date'],
    ['sum(i) * 2 - count(*)', 'decimal(42,0)'],
  ] as const)('types %s over the whole table', (text, type) => {
    const found = typed(text, true);
    if (type === 'decimal(42,0)') expect(found.problems[0]?.message).toMatch(/may need more than 38 digits/);
    else expect(found).toEqual({ type, problems: [] });
  });

  // The part between the brackets is where the problem is shown.
  test.each([
    ['⟦missing⟧ = 1', 'Column `missing` is not in the table; name one of its columns.'],
    ["i = ⟦'five'⟧", "A number is compared with the text 'five'; write it without quotes."],
    ['s = ⟦i⟧', 'A string is compared with an int; compare values of one type.'],
    ['k < ⟦day⟧', 'A boolean is compared with a date; compare values of one type.'],
    ["day = ⟦'01/02/2024'⟧", '`01/02/2024` is not a date, so this never holds; write `yyyy-MM-dd`.'],
    ["day = ⟦'2024-02-30'⟧", '`2024-02-30` is not a date, so this never holds; write `yyyy-MM-dd`.'],
    ["z > ⟦'noon'⟧", '`noon` is not a timestamp, so this never holds; write `yyyy-MM-dd`.'],
    ["⟦DATE '2024-13-01'⟧ < day", "`2024-13-01` is not a date; write one such as `DATE '2026-01-31'`."],
    ["⟦TIMESTAMP 'x'⟧ < z", "`x` is not a timestamp; write one such as `TIMESTAMP '2026-01-31 08:30:00'`."],
    ['⟦s⟧ AND k', 'A condition is expected here, and this is a string; compare it with something.'],
    ['NOT ⟦i⟧', 'A condition is expected here, and this is an int; compare it with something.'],
    ['⟦s⟧ + 1 = 2', 'A number is expected here, and this is a string; use a column of a number type.'],
    [
      '⟦wide * wide⟧ > 0',
      '`*` of a decimal(38,10) and a decimal(38,10) may need more than 38 digits; use a check with `sql:` and `engine: spark`.',
    ],
    ["⟦i⟧ LIKE '1%'", '`LIKE` reads strings, and this is an int; compare it with `=` or `BETWEEN`.'],
    ['s LIKE ⟦s⟧', 'The pattern of `LIKE` must be written out as a string.'],
    ["s LIKE ⟦'a\\\\b'⟧", 'A backslash in the pattern of `LIKE` stands before `%`, `_` or a backslash only.'],
    ['length(⟦i⟧) = 1', '`length` takes a string, and this is an int.'],
    ['abs(⟦s⟧) = 1', '`abs` takes a number, and this is a string.'],
    ['⟦lower()⟧ = s', '`lower` takes 1 argument and has 0.'],
    ['⟦substr(s)⟧ = s', '`substr` takes 2 to 3 arguments and has 1.'],
    [
      'substr(s, ⟦i⟧) = s',
      'Write the place for `substr` as a whole number such as `1`, or `-2` for the last two.',
    ],
    ['substr(s, 1, ⟦-1⟧) = s', 'Write the length for `substr` as a whole number such as `3`.'],
    ['⟦count(*)⟧ > 1', '`count` looks at many rows; write the check with `table:` instead of `expr:`.'],
    ['⟦1e999⟧ > d', '`1e999` is beyond every number; write a smaller one.'],
  ])('refuses %s', (marked, message) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const range = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
    expect(typed(text).problems).toEqual([{ message, range }]);
  });

  test.each([
    ['⟦i⟧ > count(*)', '`i` stands outside an aggregate; write `min(i)`, or use a row check with `expr:`.'],
    ['sum(⟦count(*)⟧) > 1', 'An aggregate stands inside another; write them side by side.'],
    ['sum(⟦s⟧) > 1', '`sum` takes a number, and this is a string.'],
    [
      '⟦sum(wide)⟧ > 1',
      'The sum of a decimal(38,10) may need more than 38 digits; use a check with `sql:` and `engine: spark`.',
    ],
    ['⟦1 = 1⟧', 'The check looks at no rows; use an aggregate such as `count(*)`, or write it with `expr:`.'],
  ])('refuses %s over the whole table', (marked, message) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const range = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
    expect(typed(text, true).problems).toEqual([{ message, range }]);
  });

  test.each([
    ['76 operations', Array(77).fill('i').join(' + ')],
    ['75 calls and a comparison', `${'lower('.repeat(75)}s${')'.repeat(75)} = s`],
    ['3 BETWEENs inside one another', `${'('.repeat(3)}k${' BETWEEN FALSE AND TRUE)'.repeat(3)}`],
  ])('refuses %s, which engines would give up on', (_name, text) => {
    expect(typed(text).problems[0]?.message).toMatch(/^The expression has more than 75 operations/);
  });
});

test('columnsOf names every column with its place', () => {
  const { tree } = parseExpression('A + lower(b) IN (`c d`, CASE WHEN e THEN f END)');
  expect(columnsOf(tree)).toEqual([
    { name: 'A', range: { start: 0, end: 1 } },
    { name: 'b', range: { start: 10, end: 11 } },
    { name: 'c d', range: { start: 17, end: 22 } },
    { name: 'e', range: { start: 34, end: 35 } },
    { name: 'f', range: { start: 41, end: 42 } },
  ]);
});
