import { isReserved, k } from '../lexer/keywords.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import { choice } from './choose.ts';
import type { Parser } from './parser.ts';

interface Reading<Tree> {
  readonly parser: Parser;
  readonly tree: Tree;
}

/** How many readings of one statement are tried at the most. */
const mostReadings = 60;
/** How many of the last choices before a failure are tried the other way. */
const mostFlips = 12;
const none: ReadonlySet<number> = new Set();

/**
 * Reads in the usual way first. Where that fails, choices shortly before the failure are decided the other way, as Spark accepts a
 * text that any reading accepts: `SELECT a FROM` is a column with an alias. When every reading fails, the one that came furthest
 * is told: its failure is where Spark sees the mistake.
 */
export function findReading<Tree>(
  read: (flipped: ReadonlySet<number>, isProbing: boolean) => Reading<Tree>,
): Reading<Tree> {
  const usual = read(none, false);
  const failedAt = failureOf(usual.parser);
  if (failedAt === null) return usual;
  let best = { flipped: none, failedAt };
  let left = mostReadings;
  const waiting = [{ flipped: none, from: -1, failedAt, choices: usual.parser.choices }];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const { flipped, from, choices } = current;
    for (const key of lastChoices(choices, from, current.failedAt)) {
      if (left === 0) return best.flipped === none ? usual : read(best.flipped, false);
      left -= 1;
      const tried = new Set(flipped).add(key);
      const { parser } = read(tried, true);
      const reached = failureOf(parser);
      if (reached === null) return read(tried, false);
      if (reached <= current.failedAt || isClauseAfterAll(parser, key, reached)) continue;
      if (reached > best.failedAt) best = { flipped: tried, failedAt: reached };
      waiting.push({ flipped: tried, from: key, failedAt: reached, choices: parser.choices });
    }
  }
  return best.flipped === none ? usual : read(best.flipped, false);
}

/** Offset of the first problem, or null. */
function failureOf({ problems }: Parser): number | null {
  return problems[0]?.offset ?? null;
}

/**
 * Whether a word that was read as an alias rather than a clause is followed at once by what can follow no alias anywhere: `WHERE a`
 * where no `WHERE` can stand. Spark then sees the clause, and the mistake in its first word.
 */
function isClauseAfterAll({ codes, starts }: Parser, key: number, reached: number): boolean {
  const next = (key >> 3) + 1;
  if (key % 8 !== choice.clause || starts[next] !== reached || codes[key >> 3] === k.WHEN) return false;
  const code = codes[next] ?? t.end;
  if (isReserved[code] === 1) return code === k.INTO || code === k.NULL;
  return isWordCode(code) || (code >= t.quotedName && code <= t.number) || code === s['*'];
}

/** Choices after `from` that were met before the failure, the last ones first, each once. */
function lastChoices(choices: readonly number[], from: number, _failedAt: number): readonly number[] {
  const seen = new Set<number>();
  for (let index = choices.length - 1; index >= 0 && seen.size < mostFlips; index -= 1) {
    const key = choices[index] ?? 0;
    if (key > from) seen.add(key);
  }
  return [...seen];
}
