import { k } from './lexer/keywords.ts';
import type { Significant } from './lexer/scan.ts';
import { s, t } from './lexer/token-codes.ts';
import { matchBlocks } from './match-blocks.ts';

/** A statement's tokens in those of a file, from `from` up to `to`, its `;` included. */
export interface StatementTokens {
  readonly from: number;
  readonly to: number;
}

/** The statements of a file. Semicolons between `BEGIN` and `END` part nothing. */
export function splitScript(tokens: Significant): readonly StatementTokens[] {
  const { codes, end } = tokens;
  const found: StatementTokens[] = [];
  let from = -1;
  let blocks: ReadonlyMap<number, number> | null = null;
  for (let index = 0; index < end; index += 1) {
    if (from === -1) {
      if (codes[index] === s[';']) continue;
      from = index;
      const begin = findBegin(codes, index);
      if (begin !== -1) {
        blocks ??= matchBlocks(tokens, index);
        index = blocks.get(begin) ?? endOfUnclosed(tokens, begin);
      }
    }
    if (codes[index] !== s[';']) continue;
    found.push({ from, to: index + 1 });
    from = -1;
  }
  if (from !== -1) found.push({ from, to: end });
  return found;
}

/** Index of the `BEGIN` of a block that starts here, with or without a label; -1 where none does. */
function findBegin(codes: Uint16Array, index: number): number {
  const at = codes[index + 1] === s[':'] ? index + 2 : index;
  const isBlock = codes[at] === k.BEGIN && codes[at + 1] !== s[';'] && codes[at + 1] !== t.end;
  return isBlock ? at : -1;
}

/**
 * Last token of a block without an `END`. Its statements are mostly indented: what stands no further in than its `BEGIN` is no
 * longer its own, so that one mistake does not take the rest of the file along.
 */
function endOfUnclosed(tokens: Significant, begin: number): number {
  const { codes, end } = tokens;
  const most = columnOf(tokens, begin);
  for (let index = begin + 1; index + 1 < end; index += 1) {
    if (codes[index] === s[';'] && isLineStart(tokens, index + 1) && columnOf(tokens, index + 1) <= most) {
      return index;
    }
  }
  return end - 1;
}

/** How far a token stands from the start of its line. */
function columnOf({ text, starts }: Significant, index: number): number {
  const start = starts[index] ?? 0;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** Whether a line ends between a token and the one before it. */
function isLineStart({ text, starts, ends }: Significant, index: number): boolean {
  return text.slice(ends[index - 1], starts[index]).includes('\n');
}
