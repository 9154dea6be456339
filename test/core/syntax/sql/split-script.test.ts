import { describe, expect, test } from 'vitest';
import { scan } from '../../../../core/syntax/sql/lexer/scan.ts';
import { parseScript, type StatementCache } from '../../../../core/syntax/sql/parse-script.ts';
import { splitScript } from '../../../../core/syntax/sql/split-script.ts';

function parts(text: string): readonly string[] {
  const tokens = scan(text);
  return splitScript(tokens).map(({ from, to }) => text.slice(tokens.starts[from], tokens.ends[to - 1]));
}

test('statements end with their semicolon, and blanks and comments lie between them', () => {
  expect(parts('-- a\nSELECT 1;\n\n/* b */ SELECT 2 ;;\nSELECT 3')).toEqual([
    'SELECT 1;',
    'SELECT 2 ;',
    'SELECT 3',
  ]);
});

test('semicolons in quotes and comments part nothing', () => {
  expect(parts('SELECT \';\', ";", `;` -- ;\n/* ; */ + 1; SELECT 2')).toHaveLength(2);
});

describe('a block', () => {
  test('is one statement, with the blocks and forms within it', () => {
    const block =
      'BEGIN DECLARE x INT; IF x = 1 THEN SELECT CASE WHEN a THEN 1 END; END IF; BEGIN SELECT 1; END; WHILE x DO SET x = 2; END WHILE; END;';
    expect(parts(`${block} SELECT 2;`)).toEqual([block, 'SELECT 2;']);
  });

  test('may have a label', () => {
    expect(parts('l: BEGIN SELECT 1; END l; SELECT 2')).toEqual(['l: BEGIN SELECT 1; END l;', 'SELECT 2']);
  });

  test('that does not end runs to the end of the text', () => {
    expect(parts('BEGIN SELECT 1; SELECT 2')).toEqual(['BEGIN SELECT 1; SELECT 2']);
  });
});

test('a statement whose text did not change is the same, wherever it stands', () => {
  const cache: StatementCache = new Map();
  const dialect = { version: '3.5', ansi: false } as const;
  const before = parseScript('SELECT 1;\nSELECT a b c;', dialect, cache);
  const after = parseScript('SELECT 0;\n\nSELECT 1;\nSELECT a b c;', dialect, cache);
  expect(after.statements[1]?.parsed).toBe(before.statements[0]?.parsed);
  expect(after.statements[2]?.parsed).toBe(before.statements[1]?.parsed);
  expect(after.statements[2]?.problems[0]?.offset).toBe(
    (before.statements[1]?.problems[0]?.offset ?? 0) + 11,
  );
});
