import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from './cases.ts';
import { type Share, shares, sumsOf, type Table, type Tally } from './tally.ts';

/** Tables by name: the version, and `held-out` or not. */
export type Scores = Readonly<Record<string, Table>>;

export const scoreFile = join(import.meta.dirname, 'score.md');

const title = `# SQL, as Spark parses it

Written by \`npm run conformance:sql -- --write\`; no share in it falls. So many of so many: docs/contributing.md says what.
`;
const heads = ['from', 'kind', 'accepted', 'rejections', 'first place', 'beyond grammar'];

export function readScores(file = scoreFile): Scores {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const scores: Record<string, Record<Origin, Record<string, Tally>>> = {};
  for (const part of text.split('\n## ').slice(1)) {
    const [name = '', ...lines] = part.split('\n');
    const table: Record<Origin, Record<string, Tally>> = { suite: {}, generated: {}, mutant: {} };
    for (const line of lines.filter((one) => one.startsWith('| ')).slice(1)) {
      const [origin, kind = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      table[origin as Origin][kind] = readTally(cells);
    }
    scores[name] = table;
  }
  return scores;
}

function readTally(cells: readonly string[]): Tally {
  const share = (at: number): Share => {
    const [, part, whole] = /^(\d+)\/(\d+)$/.exec(cells[at] ?? '') ?? [];
    if (part === undefined || whole === undefined)
      throw new Error(`no share in the score: ${cells.join(' | ')}`);
    return [Number(part), Number(whole)];
  };
  return {
    accepted: share(0),
    rejected: share(1),
    position: share(2),
    beyond: share(3),
  };
}

/** A table a version, a row a kind. */
export function writeScores(scores: Scores, file = scoreFile): void {
  const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const parts = Object.entries(scores).map(([name, table]) => {
    const rows = Object.entries(table).flatMap(([origin, kinds]) =>
      Object.entries(kinds).map(([kind, tally]) =>
        rowOf([origin, kind, ...shares.map((one) => show(tally[one]))]),
      ),
    );
    return [`\n## ${name}\n`, rowOf(heads), `|${'---|'.repeat(heads.length)}`, ...rows, ''].join('\n');
  });
  writeFileSync(file, title + parts.join(''));
}

/** Fewer are too few to say that a kind has become worse; they count in the sum of their origin. */
const fewest = 30;

/** What is worse than it was, a sentence each. Shares are compared, since corpora may grow; kinds that are not in both are not. */
export function fallsOf(before: Table, now: Table): readonly string[] {
  const sums = [sumsOf(before), sumsOf(now)] as const;
  return (Object.keys(before) as Origin[]).flatMap((origin) => {
    const kinds = Object.entries(before[origin]).flatMap(([kind, tally]) => {
      const current = now[origin][kind];
      return current === undefined ? [] : fallsOfRow(`${origin} ${kind}`, tally, current, fewest);
    });
    const [was, is] = [sums[0][origin]['all'], sums[1][origin]['all']];
    return was === undefined || is === undefined ? kinds : [...kinds, ...fallsOfRow(origin, was, is, 1)];
  });
}

function fallsOfRow(name: string, before: Tally, now: Tally, least: number): readonly string[] {
  const fallen = shares.filter(
    (share) => now[share][1] >= least && rateOf(now[share]) < rateOf(before[share]) - 1e-9,
  );
  return fallen.map((share) => `${name}: ${share} ${show(before[share])} → ${show(now[share])}`);
}

/** Nothing to do is done wholly. */
export function rateOf([part, whole]: Share): number {
  return whole === 0 ? 1 : part / whole;
}

function show([part, whole]: Share): string {
  return `${part}/${whole}`;
}
