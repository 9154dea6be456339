import { expect, test } from 'vitest';
import { inlineCodes } from '../../tools/inline-token-codes.mjs';

const codes = { k: { SELECT: 100, OR: 7 }, s: { '(': 20, '/*+': 54 }, t: { name: 3 } };
const head = "import { k } from '../lexer/keywords.ts';\nimport { s } from '../lexer/token-codes.ts';\n";

test('codes stand in the place of their names', () => {
  expect(inlineCodes(`${head}f(k.SELECT, s['('], s['/*+']);`, codes)).toBe(`${head}f(100, 20, 54);`);
});

test('what is no imported table of codes, or has no code, is left', () => {
  const text = `${head}x.k.SELECT; t.name; k.NOTHING; ok.SELECT; k[name];`;
  expect(inlineCodes(text, codes)).toBe(
    `${head}x.100; t.name; k.NOTHING; ok.SELECT; k[name];`.replace('x.100', 'x.k.SELECT'),
  );
});
