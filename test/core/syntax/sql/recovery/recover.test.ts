import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseStatement } from '../../../../../core/syntax/sql/parse-statement.ts';
import type { SqlFix } from '../../../../../core/syntax/sql/parser/problem.ts';
import { outline } from '../support/outline.ts';

// What is written for texts that people really type: `>` is the text with `\n` for a line's end, `=` the tree, and each `!` a problem:
// where Spark sees it, its code, what is underlined, the message, and what the fix makes of the text. Look through what
// `PISTEVO_WRITE_GOLDEN=1 npx vitest run recover` writes before it stays.
const file = fileURLToPath(new URL('broken-texts.txt', import.meta.url));
const dialect = { version: '4.0', ansi: true } as const;
const golden = readFileSync(file, 'utf8');
const cases = golden.trim().split(/\n\n+/);

function describeText(text: string): string {
  const parsed = parseStatement(text, dialect);
  const problems = parsed.problems.map(({ code, message, range, offset, fix }) => {
    const told = `! ${offset} ${code} «${shown(text.slice(range.start, range.end))}» ${message}`;
    return fix === undefined ? told : `${told}\n  ${fix.title}: ${shown(apply(text, fix))}`;
  });
  return [`> ${shown(text)}`, `= ${outline(parsed)}`, ...problems].join('\n');
}

function shown(text: string): string {
  return text.replaceAll('\n', '\\n');
}

function apply(text: string, fix: SqlFix): string {
  const edits = [...fix.edits].sort((left, right) => right.range.start - left.range.start);
  return edits.reduce(
    (mended, { range, newText }) => mended.slice(0, range.start) + newText + mended.slice(range.end),
    text,
  );
}

function textOf(written: string): string {
  return (written.split('\n')[0] ?? '').slice(2).replaceAll('\\n', '\n');
}

if (process.env['PISTEVO_WRITE_GOLDEN'] === '1') {
  writeFileSync(file, `${cases.map((written) => describeText(textOf(written))).join('\n\n')}\n`);
}

test.each(cases.map((written) => [textOf(written), written]))(
  'tells what is wrong with %s',
  (text, written) => {
    expect(describeText(text)).toBe(written);
  },
);

test('a fix leaves fewer problems than there were', () => {
  let count = 0;
  for (const text of cases.map(textOf)) {
    const before = parseStatement(text, dialect);
    for (const { fix } of before.problems) {
      if (fix === undefined) continue;
      count += 1;
      const after = parseStatement(apply(text, fix), dialect);
      expect([text, after.problems.length < before.problems.length]).toEqual([text, true]);
    }
  }
  expect(count).toBeGreaterThan(50);
});

test('the first problem stands where it stood when nothing was mended', () => {
  for (const text of cases.map(textOf)) {
    const [first, ...others] = parseStatement(text, dialect).problems;
    for (const { offset } of others) expect([text, offset >= (first?.offset ?? 0)]).toEqual([text, true]);
  }
});
