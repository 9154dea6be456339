import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Share, shares, type Table, type Tally } from './tally.ts';

/** Tables by name: the version, and `held-out` or not. */
export type Scores = Readonly<Record<string, Table>>;

export const scoreFile = join(import.meta.dirname, 'score.json');

export function readScores(file = scoreFile): Scores {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Scores) : {};
}

/** A row a line, in the order in which they are. */
export function writeScores(scores: Scores, file = scoreFile): void {
  const tables = Object.entries(scores).map(([name, table]) => {
    const origins = Object.entries(table).map(([origin, rows]) => {
      const lines = Object.entries(rows).map(
        ([kind, tally]) => `      ${JSON.stringify(kind)}: ${JSON.stringify(tally)}`,
      );
      return `    ${JSON.stringify(origin)}: {\n${lines.join(',\n')}\n    }`;
    });
    return `  ${JSON.stringify(name)}: {\n${origins.join(',\n')}\n  }`;
  });
  writeFileSync(file, `{\n${tables.join(',\n')}\n}\n`);
}

/** What is worse than it was, a sentence each. Only rows that are in both are compared, and shares, since corpora may grow. */
export function fallsOf(before: Table, now: Table): readonly string[] {
  return Object.entries(before).flatMap(([origin, rows]) =>
    Object.entries(rows).flatMap(([kind, tally]) => {
      const current = now[origin as keyof Table][kind];
      return current === undefined ? [] : fallsOfRow(`${origin} ${kind}`, tally, current);
    }),
  );
}

function fallsOfRow(name: string, before: Tally, now: Tally): readonly string[] {
  const fallen = shares.filter((share) => rateOf(now[share]) < rateOf(before[share]) - 1e-9);
  const falls = fallen.map((share) => `${name}: ${share} ${show(before[share])} → ${show(now[share])}`);
  return now.opaque > before.opaque ? [...falls, `${name}: opaque ${before.opaque} → ${now.opaque}`] : falls;
}

/** Nothing to do is done wholly. */
export function rateOf([part, whole]: Share): number {
  return whole === 0 ? 1 : part / whole;
}

function show([part, whole]: Share): string {
  return `${part}/${whole}`;
}
