import { median } from '../ingest/describe.ts';

/** What one contender took in one round, session start and archive apart. */
export interface Sample {
  readonly seconds: number;
  /** User and system time of all processes; null when it is not measured. */
  readonly cpuSeconds: number | null;
  readonly startSeconds: number | null;
  readonly peakBytes: number | null;
}

export interface SizeResult {
  readonly rows: number;
  readonly files: number;
  readonly samples: Readonly<Record<string, readonly Sample[]>>;
}

export const floorName = 'floor: lines, schema, Parquet';
export const scriptName = 'peer: the usual PySpark script';

/** The page of a result, with ratios to the floor. */
export function describeSpark(
  results: readonly SizeResult[],
  machine: { readonly cores: number; readonly spark: string; readonly memory: string },
): string {
  const lines = [
    '# Ingesting claims on Spark',
    '',
    `\`npm run bench:spark\` on ${machine.cores} cores with PySpark ${machine.spark}, driver memory ${machine.memory}. Claims of about 100 bytes, 1 % of`,
    'them with one of eleven defects, two references, checks, one masked column. Rounds are interleaved; medians. Session start and the',
    'archive copy are apart: the first is told, the second left out. CPU time is that of all processes together: where the machine had',
    'other work to do beside the bench, it says more than the seconds.',
    '',
  ];
  for (const result of results) lines.push(...sizeTable(result));
  return `${lines.join('\n')}\n`;
}

function sizeTable({ rows, files, samples }: SizeResult): readonly string[] {
  const of = (name: string, pick: (sample: Sample) => number | null) => {
    const values = (samples[name] ?? []).map(pick).filter((value) => value !== null);
    return values.length === 0 ? null : median(values);
  };
  const floor = of(floorName, ({ seconds }) => seconds) ?? Number.NaN;
  const floorCpu = of(floorName, ({ cpuSeconds }) => cpuSeconds) ?? Number.NaN;
  const lines = [
    `## ${rows.toLocaleString('en')} rows in ${files === 1 ? 'one file' : `${files} files`}`,
    '',
    '| | rounds | seconds | × floor | CPU s | × floor CPU | peak memory, MiB | session start, s |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const name of Object.keys(samples)) {
    const seconds = of(name, (sample) => sample.seconds);
    const cpu = of(name, ({ cpuSeconds }) => cpuSeconds);
    const peak = of(name, ({ peakBytes }) => peakBytes);
    const cells = [
      String(samples[name]?.length ?? 0),
      told(seconds, 2),
      told(seconds === null ? null : seconds / floor, 2),
      told(cpu, 1),
      told(cpu === null ? null : cpu / floorCpu, 2),
      told(peak === null ? null : peak / 1_048_576, 0),
      told(
        of(name, ({ startSeconds }) => startSeconds),
        1,
      ),
    ];
    lines.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  return [...lines, ''];
}

function told(value: number | null, digits: number): string {
  return value === null || Number.isNaN(value) ? '' : value.toFixed(digits);
}
