import { describe, expect, test } from 'vitest';
import { parseScript, type StatementCache } from '../../../../core/syntax/sql/parse-script.ts';

const dialect = { version: '4.0', ansi: true } as const;

function read(text: string, cache?: StatementCache) {
  return parseScript(text, dialect, cache).statements.map(({ start, end, problems, warnings }) => ({
    text: text.slice(start, end),
    codes: [...problems, ...warnings].map(({ code }) => code),
  }));
}

describe('a statement without its semicolon', () => {
  test('ends where another one begins on a line of its own, which is told once', () => {
    const text = 'SELECT a FROM t\n-- next\nSELECT b FROM u\n\nINSERT INTO v SELECT 1;\nSELECT 2';
    expect(read(text)).toEqual([
      { text: 'SELECT a FROM t', codes: ['sql-missing-semicolon'] },
      { text: 'SELECT b FROM u', codes: ['sql-missing-semicolon'] },
      { text: 'INSERT INTO v SELECT 1;', codes: [] },
      { text: 'SELECT 2', codes: [] },
    ]);
  });

  test('is told behind its last word, and mended there', () => {
    const text = 'SELECT 1;\nSELECT a FROM t\nDROP TABLE u';
    const [problem] = parseScript(text, dialect).statements[1]?.problems ?? [];
    expect(problem?.range).toEqual({ start: 24, end: 25 });
    expect(problem?.fix?.edits).toEqual([{ range: { start: 25, end: 25 }, newText: ';' }]);
  });

  test('may hold a mistake of its own before that', () => {
    expect(read('SELECT a b c FROM t\nSELECT d FROM u')).toEqual([
      { text: 'SELECT a b c FROM t', codes: ['sql-missing-comma', 'sql-missing-semicolon'] },
      { text: 'SELECT d FROM u', codes: [] },
    ]);
  });

  test('is one with a query on the next line that belongs to it', () => {
    for (const text of [
      'INSERT INTO t\nSELECT a FROM u',
      'WITH a AS (SELECT 1)\nSELECT * FROM a',
      'SELECT 1\nUNION ALL\nSELECT 2',
      'CREATE TABLE t AS\nSELECT 1',
      'FROM t\nSELECT a',
    ]) {
      expect(read(text)).toEqual([{ text, codes: [] }]);
    }
  });
});

test('a message names the line of the file, though the same statement was read before at another', () => {
  const cache: StatementCache = new Map();
  const message = (text: string) =>
    parseScript(text, dialect, cache).statements.flatMap(({ problems }) =>
      problems.map((one) => one.message),
    );
  expect(message('SELECT (a;')).toEqual(['The `(` on line 1 is not closed; add `)`.']);
  expect(message('SELECT 1;\n\nSELECT (a;')).toEqual(['The `(` on line 3 is not closed; add `)`.']);
});

test('a statement whose text is known is not read again, with semicolons or without', () => {
  const cache: StatementCache = new Map();
  const trees = (text: string) =>
    parseScript(text, dialect, cache).statements.map(({ parsed }) => parsed.tree);
  const before = trees('SELECT a FROM t\nSELECT b FROM u;\nSELECT c;');
  const after = trees('SELECT 0;\nSELECT a FROM t\nSELECT b FROM u;\nSELECT c;');
  expect(after.slice(1)).toEqual(before);
  for (const [index, tree] of before.entries()) expect(after[index + 1]).toBe(tree);
});
