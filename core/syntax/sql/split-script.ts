import { k } from './lexer/keywords.ts';
import { s, t } from './lexer/token-codes.ts';
import { tokenize } from './lexer/tokenize.ts';

/** A statement's place in a file: UTF-16 offsets, its `;` included, blanks and comments before it left out. */
export interface StatementRange {
  readonly start: number;
  readonly end: number;
}

/** Places of the statements of a text. Semicolons inside quotes and comments part nothing, nor do those between `BEGIN` and `END`. */
export function splitScript(text: string): readonly StatementRange[] {
  const { codes, starts, count } = tokenize(text);
  const ranges: StatementRange[] = [];
  let start = -1;
  let last = 0;
  for (let index = 0; index < count - 1; index += 1) {
    const code = codes[index] ?? 0;
    if (code <= t.blockComment) continue;
    const end = starts[index + 1] ?? text.length;
    if (start === -1) {
      if (code === s[';']) continue;
      start = starts[index] ?? 0;
      const blockEnd = isBlock(codes, index) ? endOfBlock(codes, index, count) : -1;
      if (blockEnd > index) index = blockEnd - 1;
      if (blockEnd > index + 1) continue;
    }
    last = starts[index + 1] ?? end;
    if (code !== s[';']) continue;
    ranges.push({ start, end: last });
    start = -1;
  }
  if (start !== -1) ranges.push({ start, end: last });
  return ranges;
}

/** Index of the next token that is no trivia. */
function nextOf(codes: Uint16Array, index: number): number {
  let next = index + 1;
  while ((codes[next] ?? t.end) <= t.blockComment) next += 1;
  return next;
}

function isBlock(codes: Uint16Array, index: number): boolean {
  if (codes[index] === k.BEGIN) return codes[nextOf(codes, index)] !== s[';'];
  const colon = nextOf(codes, index);
  return codes[colon] === s[':'] && codes[nextOf(codes, colon)] === k.BEGIN;
}

/** Index behind the `END` of the block that begins at `index`; the count of tokens when it does not end. */
function endOfBlock(codes: Uint16Array, index: number, count: number): number {
  let depth = 0;
  let isStart = true;
  for (let at = index; at < count; at = nextOf(codes, at)) {
    const code = codes[at] ?? 0;
    if (code === k.END) {
      depth -= 1;
      const next = nextOf(codes, at);
      if (depth <= 0) return at + 1;
      if (isBlockWord(codes[next] ?? 0)) at = next;
    } else if (code === k.BEGIN || code === k.CASE || (isStart && isBlockWord(code))) {
      depth += 1;
    }
    isStart = startsStatement(code);
  }
  return count - 1;
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
