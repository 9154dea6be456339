import { k } from './lexer/keywords.ts';
import type { Significant } from './lexer/scan.ts';
import { s } from './lexer/token-codes.ts';

/** What is open: the token that opened it, and its word; a `CASE` within an expression is 0. */
interface Open {
  readonly at: number;
  readonly word: number;
}
const caseExpression = 0;

/**
 * For each `BEGIN` from the token `from` on that has an `END`: the index of that `END`. A bare `END` closes the nearest `BEGIN`,
 * and `END IF` the nearest `IF`, also when something within was left open.
 */
export function matchBlocks({ codes, end }: Significant, from: number): ReadonlyMap<number, number> {
  const matched = new Map<number, number>();
  const open: Open[] = [];
  let isHandler = false;
  let startAt = from;
  for (let at = from; at < end; at += 1) {
    const code = codes[at] ?? 0;
    const isStart = at === startAt;
    if (code === s[';']) {
      while (open.at(-1)?.word === caseExpression) open.pop();
      startAt = at + 1;
      isHandler = false;
    } else if (codes[at + 1] === s[':'] && isStart) {
      // A label.
      startAt = at + 2;
    } else if (codes[at - 1] === k.AS || codes[at - 1] === s['.']) {
      // A name, whatever the word.
    } else if (code === k.END) {
      const word = codes[at + 1] ?? 0;
      if (open.at(-1)?.word === caseExpression) open.pop();
      else if (isStart || word === k.REPEAT) {
        const closed = close(open, opens(word) && word !== k.BEGIN ? word : k.BEGIN);
        if (closed?.word === k.BEGIN) matched.set(closed.at, at);
        else if (closed !== null) at += 1;
      }
    } else if (code === k.BEGIN) {
      if (!isStart && !isHandler) continue;
      open.push({ at, word: code });
      startAt = at + 1;
    } else if (open.length > 0) {
      if (isStart && opens(code)) open.push({ at, word: code });
      else if (code === k.CASE) open.push({ at, word: caseExpression });
      else if (code === k.HANDLER) isHandler = true;
      if (startsStatement(code, isStart) && open.at(-1)?.word !== caseExpression) startAt = at + 1;
    }
  }
  return matched;
}

/** Takes what this word closes, and all that was left open within it; null when nothing of it is open. */
function close(open: Open[], word: number): Open | null {
  let index = open.length - 1;
  while (index >= 0 && open[index]?.word !== word) index -= 1;
  return index < 0 ? null : (open.splice(index)[0] ?? null);
}

/** Whether a statement with an `END` of its own begins with this word. */
function opens(code: number): boolean {
  switch (code) {
    case k.BEGIN:
    case k.IF:
    case k.CASE:
    case k.WHILE:
    case k.FOR:
    case k.LOOP:
    case k.REPEAT:
      return true;
    default:
      return false;
  }
}

/** Whether a statement of a block may begin behind this token. */
function startsStatement(code: number, isFirst: boolean): boolean {
  switch (code) {
    case k.THEN:
    case k.ELSE:
    case k.DO:
    case k.ATOMIC:
      return true;
    case k.LOOP:
    case k.REPEAT:
      return isFirst;
    default:
      return false;
  }
}
