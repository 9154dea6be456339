import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatStatement } from '../../../core/features/format-sql/format-statement.ts';
import { writtenTokens } from '../../../core/features/format-sql/written-tokens.ts';
import { type FormattedSql, formatSqlSteps } from '../../../core/features/format-sql.ts';
import { readScripts } from '../../../core/model/script-document.ts';
import { drain } from '../../../core/text/drain.ts';

type Formatter = (text: string, indentSize: number) => string;

function format(text: string, formatter: Formatter = formatStatement, version: '3.5' | '4.0' = '4.0') {
  const file = 'sql_scripts/a.sql';
  const read = drain(readScripts({ [file]: text }, { version, ansi: false }, new Map())).get(file);
  if (read === undefined) throw new Error('The script was not read.');
  const formatted = drain(formatSqlSteps(read.document, { formatStatement: formatter }));
  return { ...formatted, text: applied(text, formatted) };
}

function applied(text: string, { edits }: FormattedSql): string {
  return [...edits]
    .reverse()
    .reduce((now, { range, newText }) => now.slice(0, range.start) + newText + now.slice(range.end), text);
}

test('lays out statements, with one blank line between them', () => {
  const { text, left } = format('select a,b from t where a=1 and b in (1,2);select 2 ;\n\n\n');
  expect(text).toBe('select\n  a,\n  b\nfrom\n  t\nwhere\n  a = 1\n  and b in (1, 2);\n\nselect\n  2;\n');
  expect(left).toEqual([]);
});

test('keeps comments where they stand', () => {
  const { text } = format('-- first\n\n\n-- second\nselect 1 -- one\n;   -- behind\n/* before */\nselect 2');
  for (const comment of ['-- first\n\n-- second\n', '-- one\n', '; -- behind\n', '/* before */\nselect'])
    expect(text).toContain(comment);
});

test('keeps what is broken, and what Spark takes as it is written', () => {
  const broken = 'select   1   );\n\nset a  =   b;\n';
  const { text, left } = format(broken);
  expect(text).toBe(broken);
  expect(left).toEqual([{ range: { start: 0, end: 15 }, why: 'its syntax is broken' }]);
});

test('refuses a layout that changes, loses or moves more than blanks, and names the statement', () => {
  const sql = 'select 1;\n\nselect a /* why */, 2;\n';
  const faults: readonly Formatter[] = [
    (text) => text.replace('2', '3'),
    (text) => text.replace('/* why */', ''),
    (text) => text.replace('a /* why */,', 'a, /* why */'),
    (text) => `${text} `.replaceAll('select', 'SELECT'),
    () => {
      throw new Error('cannot read');
    },
  ];
  for (const fault of faults) {
    const { text, left } = format(sql, (one) => (one.includes('why') ? fault(one, 2) : one));
    expect(text).toBe(sql);
    expect(left.map(({ range }) => sql.slice(range.start, range.end))).toEqual(['select a /* why */, 2;']);
  }
});

test('refuses a layout that another one would change again', () => {
  expect(format('select 1;', (text) => text.replace(' ', '  ')).left[0]?.why).toMatch(/twice/);
});

test('knows the signs of Spark', () => {
  const sql = "select a::int, r'\\d', x -> x << 1, f(n => 2), b from t |> where a <=> 1 |> select `a``b`;";
  const { text, left } = format(sql);
  expect(left).toEqual([]);
  expect(writtenTokens(text)).toEqual(writtenTokens(sql));
});

test('keeps the line ends of a file', () => {
  expect(format('select a,\r\n b;\r\n').text).toBe('select\r\n  a,\r\n  b;\r\n');
});

test('leaves nothing to do for a second time in scripts of the example project, and keeps each token and comment', () => {
  const folder = join(import.meta.dirname, '../../../sql_scripts');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.sql'))) {
    const before = readFileSync(join(folder, name), 'utf8');
    const { text, left } = format(before);
    expect([name, left]).toEqual([name, []]);
    expect(writtenTokens(text)).toEqual(writtenTokens(before));
    expect(format(text).edits).toEqual([]);
  }
});

test('answers for hostile texts', () => {
  const deep = `select ${'('.repeat(300)}1${')'.repeat(300)};`;
  const long = `select ${'1 + '.repeat(30_000)}1;`;
  for (const text of ['', ';', ';;', '-- only', '\n\n', deep, long, 'select 1 /* open']) {
    const once = format(text);
    expect(format(once.text).edits).toEqual([]);
    expect(writtenTokens(once.text)).toEqual(writtenTokens(text));
  }
});
