import type { Significant } from '../lexer/scan.ts';
import type { ReadingRequest } from '../parser/create-parser.ts';
import { findReading, nowhere, type Read, type Reading } from '../parser/find-reading.ts';
import type { Parser } from '../parser/parser.ts';
import { placeAsSpark } from '../parser/place-as-spark.ts';
import type { SqlProblem } from '../parser/problem.ts';
import { chooseRepair, type Probe } from './choose-repair.ts';
import { certain, findCut } from './find-cut.ts';
import { nameLine } from './name-line.ts';
import { type Failure, offsetOf, type Repair } from './repair.ts';

/** Reads tokens from the first one on. */
export type ReadTokens<Tree> = (tokens: Significant, request: ReadingRequest) => Reading<Tree>;

export interface Recovered<Tree> {
  /** The tokens that were read: those of the text, less what was skipped, with empty ones where something is missing. */
  readonly tokens: Significant;
  readonly tree: Tree;
  readonly problems: readonly SqlProblem[];
  /** Names that the accepted reading found in words that standard SQL reserves: indexes among `tokens`. */
  readonly reservedNames: readonly number[];
  /** Offset of another statement that begins though no `;` stands before it. */
  readonly cutAt: number | null;
}

/** More mistakes than these are not told one by one. */
const mostProblems = 20;
/** Cost of a repair that is a guess, and how many tokens behind it show that it was right. */
const guess = 2;
const settled = 4;

/**
 * Reads all of a text, whatever is wrong with it. Where no reading can go on, the repair with which most can be read is made among
 * the tokens and told as one problem, and reading begins anew. So each mistake is told once, and the tree holds what stands
 * behind it. What all of this costs is bounded by the size of the text.
 */
export function recover<Tree>(tokens: Significant, read: ReadTokens<Tree>): Recovered<Tree> {
  const budget = { tokens: 4 * tokens.end + 150_000 };
  const problems: SqlProblem[] = [];
  let current = tokens;
  let flipped: ReadonlySet<number> = new Set();
  let quietUntil = 0;
  const probe: Probe = (edited, choices) =>
    read(edited, { flipped: choices, isProbing: true, namesFrom: nowhere }).parser.failure?.at ?? null;
  for (;;) {
    const readCurrent = (request: ReadingRequest) => read(current, request);
    const found = findReading(readCurrent, flipped, budget);
    if (found.parser.failure === null) return finish(current, found, problems);
    const placed = problems.length === 0 ? placeAsSpark(readCurrent, found) : null;
    if (placed !== null && placed.accepted !== null) return finish(current, placed.accepted, problems);
    const { at } = found.parser.failure;
    const offset = placed === null ? offsetOf(current, at) : placed.offset;
    const failure = failureOf(current, found.parser, readCurrent);
    if (problems.length >= mostProblems || budget.tokens < 0) return finish(current, found, problems, offset);
    const cut = findCut(failure);
    const first =
      cut === null
        ? null
        : read(cut.tokens, { flipped: found.flipped, isProbing: false, namesFrom: nowhere });
    const mayCut = cut !== null && first !== null && first.parser.failure === null;
    const tried =
      mayCut && cut.score === certain ? null : chooseRepair(failure, found.flipped, { budget, probe });
    if (mayCut && (tried === null || cut.score >= tried.score)) {
      problems.push({ ...cut.problem, offset });
      return { ...finish(cut.tokens, first, problems), cutAt: current.starts[cut.at] ?? 0 };
    }
    if (tried === null) return finish(current, found, problems, offset);
    // What is met right behind a guess most likely follows from it.
    if (failure.at >= quietUntil) problems.push(problemOf(tried.repair, offset, current.text));
    const { edit } = tried.repair;
    quietUntil = tried.repair.cost >= guess ? Math.max(at, edit.at) + edit.inserted.length + settled : 0;
    current = tried.tokens;
    flipped = tried.flipped;
  }
}

/** A mistake as its repair tells it. */
function problemOf({ code, message, range, named, fix }: Repair, offset: number, text: string): SqlProblem {
  const problem: SqlProblem = {
    code,
    message,
    range,
    offset,
    ...(named === undefined ? {} : { named }),
    ...(fix === undefined ? {} : { fix }),
  };
  return nameLine(problem, text);
}

/** `offset` is where Spark sees the first mistake that no repair mends. */
function finish<Tree>(
  tokens: Significant,
  { parser, tree }: Reading<Tree>,
  told: readonly SqlProblem[],
  offset?: number,
): Recovered<Tree> {
  const { failure, reservedNames } = parser;
  if (failure !== null && offset !== undefined) {
    // What follows from a mistake is no mistake.
    const own = parser.problems[failure.problems];
    const problems = own === undefined ? told : [...told, { ...own, offset }];
    return { tokens, tree, problems, reservedNames, cutAt: null };
  }
  // Spark refuses nothing in a text that it cannot read.
  return { tokens, tree, problems: told.length === 0 ? parser.problems : told, reservedNames, cutAt: null };
}

function failureOf<Tree>(tokens: Significant, parser: Parser, read: Read<Tree>): Failure {
  const { at = tokens.end, expected = '', codes = [] } = parser.failure ?? {};
  const request = { flipped: new Set<number>(), isProbing: true, namesFrom: nowhere, isReserving: true };
  const plain = read(request).parser.failure;
  const isBefore = plain !== null && plain.at <= at;
  return {
    tokens,
    at,
    expected,
    codes,
    plainAt: isBefore ? plain.at : at,
    plainExpected: isBefore ? plain.expected : expected,
    isFour: parser.isFour,
  };
}
