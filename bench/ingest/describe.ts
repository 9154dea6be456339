import type { DeltaResult } from './delta.ts';

export interface Sample {
  readonly seconds: number;
  readonly peakBytes: number | null;
  readonly archiveSeconds?: number;
  readonly firstRowSeconds?: number | null;
}

export interface SizeResult {
  readonly rows: number;
  readonly samples: Readonly<Record<string, readonly Sample[]>>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';
const count = (value: number) => value.toLocaleString('en');
const floorName = 'floor: CSV to Parquet';

function sizeTable({ rows, samples }: SizeResult): string[] {
  const floor = median((samples[floorName] ?? []).map(({ seconds }) => seconds));
  const lines = [
    `## ${count(rows)} rows`,
    '',
    '| | seconds | × Parquet floor | peak memory, MiB | archive copy apart, s |',
    '|---|---|---|---|---|',
  ];
  for (const [name, runs] of Object.entries(samples)) {
    const seconds = median(runs.map((run) => run.seconds));
    const peaks = runs.map(({ peakBytes }) => peakBytes).filter(isNumber);
    const peak = peaks.length > 0 ? Math.round(Math.max(...peaks) / 1_048_576).toString() : 'not known';
    const archives = runs.map(({ archiveSeconds }) => archiveSeconds).filter(isNumber);
    const archive = archives.length > 0 ? median(archives).toFixed(2) : '';
    lines.push(
      `| ${name} | ${seconds.toFixed(2)} | ${(seconds / floor).toFixed(2)} | ${peak} | ${archive} |`,
    );
  }
  return [...lines, ''];
}

function linearity(results: readonly SizeResult[]): string[] {
  const lines = [
    '## Time for a million rows, by size',
    '',
    `| | ${results.map(({ rows }) => count(rows)).join(' | ')} |`,
    `|---|${results.map(() => '---|').join('')}`,
  ];
  for (const name of Object.keys(results[0]?.samples ?? {}).filter((each) => each.startsWith('pistevo'))) {
    const cells = results.map(({ rows, samples }) => {
      const seconds = median((samples[name] ?? []).map((run) => run.seconds));
      return ((seconds * 1_000_000) / rows).toFixed(2);
    });
    lines.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  return [...lines, ''];
}

/** The results as Markdown: medians over the rounds, and every ratio against the Parquet floor of the same minutes. */
export function describeResults(
  results: readonly SizeResult[],
  delta: DeltaResult | null,
  machine: { readonly cores: number; readonly node: string },
): string {
  const firstRows = results
    .flatMap(({ samples }) =>
      Object.values(samples)
        .flat()
        .map((run) => run.firstRowSeconds),
    )
    .filter(isNumber);
  const lines = [
    '# Ingesting claims',
    '',
    `\`npm run bench:ingest\` on ${machine.cores} cores, Node ${machine.node}. Claims of about 100 bytes in three date formats, 1 % of them with one of`,
    'eleven defects (four malformed), two references, checks, one masked column. Rounds are interleaved; medians. Pistevo is timed from',
    'command to exit, with hashing and the independent record count; floors are timed without start-up.',
    '',
    ...results.flatMap(sizeTable),
    ...linearity(results),
  ];
  if (firstRows.length > 0)
    lines.push(`From command to first staged rows: ${median(firstRows).toFixed(2)} s.`, '');
  if (delta !== null) {
    const ratio = delta.deltaSeconds / delta.firstLoadSeconds;
    lines.push(
      `A delta of ${count(delta.deltaRows)} rows into ${count(delta.targetRows)}: ${delta.deltaSeconds.toFixed(2)} s; a first load of 1,000,000: ${delta.firstLoadSeconds.toFixed(2)} s (ratio ${ratio.toFixed(2)}).`,
      '',
    );
  }
  return lines.join('\n');
}
