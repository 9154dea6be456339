import { k } from './lexer/keywords.ts';
import type { Significant } from './lexer/scan.ts';
import { s, t } from './lexer/token-codes.ts';

/** A statement's tokens in those of a file, from `from` up to `to`, its `;` included. */
export interface StatementTokens {
  readonly from: number;
  readonly to: number;
}

/** The statements of a file. Semicolons between `BEGIN` and `END` part nothing. */
export function splitScript({ codes, end }: Significant): readonly StatementTokens[] {
  const found: StatementTokens[] = [];
  let from = -1;
  for (let index = 0; index < end; index += 1) {
    if (from === -1) {
      if (codes[index] === s[';']) continue;
      from = index;
      if (isBlock(codes, index)) index = endOfBlock(codes, index, end);
    }
    if (codes[index] !== s[';']) continue;
    found.push({ from, to: index + 1 });
    from = -1;
  }
  if (from !== -1) found.push({ from, to: end });
  return found;
}

/** Whether a block begins here, with or without a label. */
function isBlock(codes: Uint16Array, index: number): boolean {
  const at = codes[index + 1] === s[':'] ? index + 2 : index;
  return codes[at] === k.BEGIN && codes[at + 1] !== s[';'] && codes[at + 1] !== t.end;
}

/** Index of the `END` of the block that begins at `index`; of the last token when it does not end. */
function endOfBlock(codes: Uint16Array, index: number, end: number): number {
  let depth = 0;
  let isStart = true;
  for (let at = index; at < end; at += 1) {
    const code = codes[at] ?? 0;
    if (code === k.END) {
      depth -= 1;
      if (depth <= 0) return at;
      if (isBlockWord(codes[at + 1] ?? 0)) at += 1;
    } else if (code === k.BEGIN || code === k.CASE || (isStart && isBlockWord(code))) {
      depth += 1;
    }
    isStart = startsStatement(code);
  }
  return end - 1;
}

function isBlockWord(code: number): boolean {
  return (
    code === k.IF ||
    code === k.WHILE ||
    code === k.FOR ||
    code === k.LOOP ||
    code === k.REPEAT ||
    code === k.CASE
  );
}

/** Whether a statement of a block may begin behind this token. */
function startsStatement(code: number): boolean {
  return (
    code === s[';'] ||
    code === s[':'] ||
    code === k.BEGIN ||
    code === k.THEN ||
    code === k.ELSE ||
    code === k.DO ||
    code === k.LOOP ||
    code === k.REPEAT
  );
}
