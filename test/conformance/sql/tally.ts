import type { Case, Origin } from './cases.ts';
import { isByGrammar } from './label.ts';
import type { Verdict } from './parser-under-test.ts';

/** So many of so many. */
export type Share = readonly [number, number];

/** One row of the score. */
export interface Tally {
  /** Accepted by Spark, and parsed without an error here. */
  readonly accepted: Share;
  /** Rejected by Spark's grammar and an error here. */
  readonly rejected: Share;
  /** Of all that are rejected at a place: the first error stands exactly there. */
  readonly position: Share;
  /** Rejected by Spark beyond grammar and an error here. */
  readonly beyond: Share;
}

export const shares = ['accepted', 'rejected', 'position', 'beyond'] as const;

export const emptyTally: Tally = {
  accepted: [0, 0],
  rejected: [0, 0],
  position: [0, 0],
  beyond: [0, 0],
};

export interface Scored {
  readonly one: Case;
  readonly verdict: Verdict;
}

export function addTally(tally: Tally, { one: { label }, verdict }: Scored): Tally {
  const isError = verdict.offset !== null;
  if (label.accepts) return { ...tally, accepted: more(tally.accepted, !isError) };
  const kind = isByGrammar(label) ? 'rejected' : 'beyond';
  const position =
    label.offset === null ? tally.position : more(tally.position, verdict.offset === label.offset);
  return { ...tally, [kind]: more(tally[kind], isError), position };
}

function more([part, whole]: Share, counts: boolean): Share {
  return [part + (counts ? 1 : 0), whole + 1];
}

export type Table = Readonly<Record<Origin, Readonly<Record<string, Tally>>>>;

/** Rows by origin and kind. */
export function tallyAll(scored: readonly Scored[]): Table {
  const table: Record<Origin, Record<string, Tally>> = { suite: {}, generated: {}, mutant: {} };
  for (const each of scored) {
    const rows = table[each.one.origin];
    rows[each.one.kind] = addTally(rows[each.one.kind] ?? emptyTally, each);
  }
  return table;
}

/** One row an origin. */
export function sumsOf(table: Table): Table {
  const sum = (origin: Origin) => ({ all: sumOf(Object.values(table[origin])) });
  return { suite: sum('suite'), generated: sum('generated'), mutant: sum('mutant') };
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, tally) => {
    const both = (name: (typeof shares)[number]): Share => [
      sum[name][0] + tally[name][0],
      sum[name][1] + tally[name][1],
    ];
    return {
      accepted: both('accepted'),
      rejected: both('rejected'),
      position: both('position'),
      beyond: both('beyond'),
    };
  }, emptyTally);
}
