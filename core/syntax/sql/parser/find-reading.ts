import { isReserved, k } from '../lexer/keywords.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import { choice } from './choose.ts';
import { findRetreat } from './find-retreat.ts';
import type { Parser } from './parser.ts';
import type { SqlProblem } from './problem.ts';

/** How a text is to be read; see `Parser`. */
export type ReadingRequest = Pick<Parser, 'flipped' | 'isProbing' | 'namesFrom'>;

interface Reading<Tree> {
  readonly parser: Parser;
  readonly tree: Tree;
}
interface Found<Tree> {
  readonly tree: Tree;
  readonly problems: readonly SqlProblem[];
}
type Read<Tree> = (request: ReadingRequest) => Reading<Tree>;

/** How many readings of one statement are tried at the most. */
const mostReadings = 60;
/** How many of the last choices before a failure are tried the other way. */
const mostFlips = 12;
const none: ReadonlySet<number> = new Set();
const nowhere = Number.POSITIVE_INFINITY;

/**
 * Reads in the usual way first. Where that fails, choices shortly before the failure are decided the other way, as Spark accepts a
 * text that any reading accepts: `SELECT a FROM` is a column with an alias. When every reading fails, the one that came furthest
 * is told, and the first problem's offset is where Spark sees the mistake.
 */
export function findReading<Tree>(read: Read<Tree>): Found<Tree> {
  const usual = read({ flipped: none, isProbing: false, namesFrom: nowhere });
  if (failureOf(usual.parser) === null) return { tree: usual.tree, problems: [] };
  const flipped = search(read, usual.parser);
  const best = flipped === none ? usual : read({ flipped, isProbing: false, namesFrom: nowhere });
  return placeAsSpark(read, flipped, best);
}

/** The choices of the reading that succeeds, or else comes furthest. */
function search<Tree>(read: Read<Tree>, usual: Parser): ReadonlySet<number> {
  const failedAt = failureOf(usual) ?? 0;
  let best = { flipped: none, failedAt };
  let left = mostReadings;
  const waiting = [{ flipped: none, from: -1, failedAt, choices: usual.choices }];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const { flipped, from, choices } = current;
    for (const key of lastChoices(choices, from)) {
      if (left === 0) return best.flipped;
      left -= 1;
      const tried = new Set(flipped).add(key);
      const { parser } = read({ flipped: tried, isProbing: true, namesFrom: nowhere });
      const reached = failureOf(parser);
      if (reached === null) return tried;
      if (reached <= current.failedAt || isClauseAfterAll(parser, key, reached)) continue;
      if (reached > best.failedAt) best = { flipped: tried, failedAt: reached };
      waiting.push({ flipped: tried, from: key, failedAt: reached, choices: parser.choices });
    }
  }
  return best.flipped;
}

/** A reading with its first problem at the offset where Spark tells of it. */
function placeAsSpark<Tree>(
  read: Read<Tree>,
  flipped: ReadonlySet<number>,
  { parser, tree }: Reading<Tree>,
): Found<Tree> {
  const { problems, starts } = parser;
  const [first, ...others] = problems;
  const retreat = first === undefined ? null : findRetreat(parser, parser.failedAt);
  if (first === undefined || retreat === null) return { tree, problems };
  if (retreat.kind === 'here') {
    return { tree, problems: [{ ...first, offset: starts[retreat.at] ?? first.offset }, ...others] };
  }
  const again = read({ flipped, isProbing: true, namesFrom: retreat.at });
  const reached = failureOf(again.parser);
  // `SELECT CASE WHEN`: two names.
  if (reached === null) return { tree: again.tree, problems: [] };
  return { tree, problems: [{ ...first, offset: Math.min(reached, first.offset) }, ...others] };
}

/** How far a reading comes: where its first problem is, also when Spark tells it further ahead; null when there is none. */
function failureOf({ problems }: Parser): number | null {
  const [problem] = problems;
  return problem === undefined ? null : Math.max(problem.offset, problem.range.start);
}

/** Words that begin a clause which can stand behind an alias somewhere. */
const clauseStarts = new Set([
  ...[
    k.FROM,
    k.WHERE,
    k.GROUP,
    k.HAVING,
    k.ORDER,
    k.CLUSTER,
    k.DISTRIBUTE,
    k.SORT,
    k.WINDOW,
    k.LIMIT,
    k.OFFSET,
  ],
  ...[k.SELECT, k.MAP, k.REDUCE, k.INSERT, k.SET, k.UNION, k.EXCEPT, k.MINUS, k.INTERSECT],
]);

/**
 * Whether a word that was read as an alias rather than a clause is followed at once by what can follow no alias anywhere: `WHERE a`
 * where no `WHERE` can stand. Spark then sees the clause, and the mistake in its first word.
 */
function isClauseAfterAll({ codes, starts }: Parser, key: number, reached: number): boolean {
  const next = (key >> 3) + 1;
  if (codes[key >> 3] === k.SELECT && starts[next] === reached) return true;
  if (key % 8 !== choice.clause || starts[next] !== reached) return false;
  if (!clauseStarts.has(codes[key >> 3] ?? 0)) return false;
  const code = codes[next] ?? t.end;
  if (isReserved[code] === 1) return code === k.INTO || code === k.NULL;
  return isWordCode(code) || (code >= t.quotedName && code <= t.number) || code === s['*'];
}

/** Choices after `from` that were met before the failure, the last ones first, each once. */
function lastChoices(choices: readonly number[], from: number): readonly number[] {
  const seen = new Set<number>();
  for (let index = choices.length - 1; index >= 0 && seen.size < mostFlips; index -= 1) {
    const key = choices[index] ?? 0;
    if (key > from) seen.add(key);
  }
  return [...seen];
}
