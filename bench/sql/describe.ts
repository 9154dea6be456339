import type { Contender } from './measure.ts';

export interface Described {
  readonly name: string;
  readonly bundleBytes: number;
  readonly measured: Contender;
}

/** Times and ratios as Markdown; the first parser is ours. */
export function describeParsers(
  parsers: readonly Described[],
  queries: Readonly<Record<string, string>>,
): string {
  const own = parsers[0];
  const names = Object.keys(queries);
  const kilobytes = (name: string) => (queries[name]?.length ?? 0) / 1024;
  const perKilobyte = ({ measured }: Described, name: string, kind: 'warmMs' | 'typingMs') =>
    median(measured.results[name]?.[kind] ?? []) / kilobytes(name);
  const sizes = names.map((name) => `${name} (${kilobytes(name).toFixed(1)} KB)`);
  const table = (kind: 'warmMs' | 'typingMs') => [
    row(['parser', ...sizes]),
    row(['---', ...sizes.map(() => '---')]),
    ...parsers.map((parser) => row([parser.name, ...names.map((name) => cell(parser, name, kind))])),
  ];
  const cell = (parser: Described, name: string, kind: 'warmMs' | 'typingMs') => {
    const value = perKilobyte(parser, name, kind);
    const ratio =
      own === undefined || parser === own ? '' : `, ${factor(value / perKilobyte(own, name, kind))}`;
    const isUnderstood = parser.measured.results[name]?.isUnderstood ?? false;
    return `${value.toFixed(3)} ms${ratio}${isUnderstood ? '' : ' (refused)'}`;
  };
  const cold = parsers.map((parser) => {
    const firstText = parser.measured.results[names[2] ?? '']?.coldMs ?? Number.NaN;
    return row([
      parser.name,
      `${parser.measured.loadMs.toFixed(0)} ms`,
      `${firstText.toFixed(1)} ms`,
      `${(parser.measured.peakBytes / 1024 / 1024).toFixed(0)} MB`,
      `${(parser.bundleBytes / 1024).toFixed(0)} KB`,
    ]);
  });
  return [
    'Warm, per KB of text, the median of up to 400 texts that are each new; behind it how much faster ours is:',
    '',
    ...table('warmMs'),
    '',
    'The same with a word missing somewhere, as while somebody types:',
    '',
    ...table('typingMs'),
    '',
    `Cold, in a process of its own; the first text is «${names[2]}»:`,
    '',
    row(['parser', 'load', 'first text', 'peak memory', 'minified']),
    row(['---', '---', '---', '---', '---']),
    ...cold,
  ].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function factor(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)} ×`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
