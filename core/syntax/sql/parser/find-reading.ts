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
      if (reached <= current.failedAt) continue;
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

/** Choices after `from` that were met before the failure, the last ones first, each once. */
function lastChoices(choices: readonly number[], from: number, _failedAt: number): readonly number[] {
  const seen = new Set<number>();
  for (let index = choices.length - 1; index >= 0 && seen.size < mostFlips; index -= 1) {
    const key = choices[index] ?? 0;
    if (key > from) seen.add(key);
  }
  return [...seen];
}
