import { expect, test } from 'vitest';
import { scan } from '../../../../core/syntax/sql/lexer/scan.ts';
import { splitScript } from '../../../../core/syntax/sql/split-script.ts';

function split(text: string): readonly string[] {
  const tokens = scan(text);
  return splitScript(tokens).map(({ from, to }) => text.slice(tokens.starts[from], tokens.ends[to - 1]));
}

test('a block is one statement, whatever is nested in it', () => {
  const blocks = [
    'BEGIN SELECT 1; SELECT 2; END;',
    'BEGIN l: BEGIN SELECT 1; END l; SELECT 2; END;',
    'BEGIN IF a THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE IF c THEN SELECT 3; END IF; END IF; END;',
    'BEGIN CASE a WHEN 1 THEN SELECT CASE WHEN b THEN 1 ELSE 2 END; END CASE; SELECT 3; END;',
    'BEGIN WHILE a DO LOOP SELECT 1; END LOOP; END WHILE; REPEAT SELECT 1; UNTIL CASE WHEN a THEN b END END REPEAT; END;',
    'BEGIN FOR x AS SELECT 1 DO SELECT 2; END FOR; SELECT 3; END;',
    'BEGIN DECLARE EXIT HANDLER FOR NOT FOUND BEGIN SELECT 1; END; SELECT 2; END;',
    'BEGIN NOT ATOMIC SELECT IF(a, 1, 2); SELECT repeat(b, 3); END;',
    'BEGIN MERGE INTO t USING s ON a WHEN MATCHED THEN DELETE; SELECT 2; END;',
    'BEGIN END;',
  ];
  for (const block of blocks)
    expect(split(`SELECT 0;\n${block} SELECT 9`)).toEqual(['SELECT 0;', block, 'SELECT 9']);
});

test('words of blocks that are names close nothing', () => {
  const block =
    'BEGIN SELECT a AS end; SELECT t.end, 1 begin; SELECT a end; SELECT x AS case; if: LOOP LEAVE if; END LOOP; END;';
  expect(split(`${block}\nSELECT 1;`)).toEqual([block, 'SELECT 1;']);
});

test('a part that is left open does not take the END of its block along', () => {
  const block = 'BEGIN IF a THEN SELECT 1; WHILE b DO SELECT 2; END;';
  expect(split(`${block}\nSELECT 1;`)).toEqual([block, 'SELECT 1;']);
});

test('a block that is left open ends where text is no longer indented', () => {
  expect(split('BEGIN\n  SELECT 1;\n  SELECT 2;\n\nSELECT 3;\nBEGIN\n  SELECT 4;\nEND;\nSELECT 5;')).toEqual([
    'BEGIN\n  SELECT 1;\n  SELECT 2;',
    'SELECT 3;',
    'BEGIN\n  SELECT 4;\nEND;',
    'SELECT 5;',
  ]);
  expect(split('BEGIN SELECT 1; SELECT 2')).toEqual(['BEGIN SELECT 1; SELECT 2']);
});

test('BEGIN alone opens no block', () => {
  expect(split('BEGIN; SELECT 1; END; SELECT 2')).toEqual(['BEGIN;', 'SELECT 1;', 'END;', 'SELECT 2']);
});
