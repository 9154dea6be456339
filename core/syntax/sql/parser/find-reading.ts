import { isReserved, k } from '../lexer/keywords.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import { choice } from './choose.ts';
import type { ReadingRequest } from './create-parser.ts';
import type { Parser } from './parser.ts';

export interface Reading<Tree> {
  readonly parser: Parser;
  readonly tree: Tree;
}
/** Reads a statement from its first token on. */
export type Read<Tree> = (request: ReadingRequest) => Reading<Tree>;

export interface Found<Tree> extends Reading<Tree> {
  /** Choices that were decided the other way. */
  readonly flipped: ReadonlySet<number>;
}

/** How many readings of one statement are tried at the most. */
const mostReadings = 60;
/** How many of the last choices before a failure are tried the other way. */
const mostFlips = 12;

/** For `namesFrom`: words are read as usual everywhere. */
export const nowhere = Number.POSITIVE_INFINITY;

/**
 * Reads in the usual way first. Where that fails, choices shortly before the failure are decided the other way, as Spark accepts a
 * text that any reading accepts: `SELECT a FROM` is a column with an alias. When every reading fails, it is the one that came
 * furthest. `flipped` are choices that are the other way from the start; `budget` bounds how many tokens all readings pass.
 */
export function findReading<Tree>(
  read: Read<Tree>,
  flipped: ReadonlySet<number>,
  budget: { tokens: number },
): Found<Tree> {
  const usual = read({ flipped, isProbing: false, namesFrom: nowhere });
  if (usual.parser.failure === null) return { ...usual, flipped };
  const best = search(read, { flipped, usual: usual.parser, budget });
  if (best === flipped) return { ...usual, flipped };
  return { ...read({ flipped: best, isProbing: false, namesFrom: nowhere }), flipped: best };
}

interface Start {
  readonly flipped: ReadonlySet<number>;
  readonly usual: Parser;
  readonly budget: { tokens: number };
}

/** The choices of the reading that succeeds, or else comes furthest. */
function search<Tree>(read: Read<Tree>, { flipped, usual, budget }: Start): ReadonlySet<number> {
  const failedAt = usual.failure?.at ?? 0;
  let best = { flipped, failedAt };
  let left = mostReadings;
  const waiting = [{ flipped, from: -1, failedAt, parser: usual }];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    for (const key of lastChoices(current.parser, current.from)) {
      if (left === 0 || budget.tokens < 0) return best.flipped;
      left -= 1;
      const tried = new Set(current.flipped).add(key);
      const { parser } = read({ flipped: tried, isProbing: true, namesFrom: nowhere });
      const reached = parser.failure?.at ?? null;
      budget.tokens -= reached ?? parser.end;
      if (reached === null) return tried;
      if (reached <= current.failedAt || isClauseAfterAll(parser, key, reached)) continue;
      if (reached > best.failedAt) best = { flipped: tried, failedAt: reached };
      waiting.push({ flipped: tried, from: key, failedAt: reached, parser });
    }
  }
  return best.flipped;
}

/** Words that begin a clause which can stand behind an alias somewhere. */
const clauseStarts = new Set([
  ...[k.FROM, k.WHERE, k.GROUP, k.HAVING, k.ORDER, k.CLUSTER, k.DISTRIBUTE, k.SORT, k.WINDOW, k.LIMIT],
  ...[k.OFFSET, k.SELECT, k.MAP, k.REDUCE, k.INSERT, k.SET, k.UNION, k.EXCEPT, k.MINUS, k.INTERSECT],
]);

/**
 * Whether a word that was read as an alias rather than a clause is followed at once by what can follow no alias anywhere: `WHERE a`
 * where no `WHERE` can stand. Spark then sees the clause, and the mistake in its first word.
 */
function isClauseAfterAll({ codes }: Parser, key: number, reached: number): boolean {
  const next = (key >> 3) + 1;
  if (codes[key >> 3] === k.SELECT && next === reached) return true;
  if (key % 8 !== choice.clause || next !== reached) return false;
  if (!clauseStarts.has(codes[key >> 3] ?? 0)) return false;
  const code = codes[next] ?? t.end;
  if (isReserved[code] === 1) return code === k.INTO || code === k.NULL;
  return isWordCode(code) || (code >= t.quotedName && code <= t.number) || code === s['*'];
}

/** Choices after `from` that were met before the failure, the last ones first, each once. */
function lastChoices({ choices, failure }: Parser, from: number): readonly number[] {
  const seen = new Set<number>();
  const met = failure === null ? choices.length : failure.choices;
  for (let index = met - 1; index >= 0 && seen.size < mostFlips; index -= 1) {
    const key = choices[index] ?? 0;
    if (key > from) seen.add(key);
  }
  return [...seen];
}
