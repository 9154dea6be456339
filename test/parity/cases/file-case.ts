import { gzipSync } from 'node:zlib';
import type { Random } from '../../../samples/random.ts';
import { encodeText, type SourceEncoding } from './encode-text.ts';

/** How the files of a dataset are written. */
export interface FileLayout {
  readonly delimiter: string;
  /** '' when fields are never quoted. */
  readonly quote: string;
  readonly hasHeader: boolean;
  readonly encoding: SourceEncoding;
  readonly nullValues: readonly string[];
  readonly compression: 'auto' | 'gzip' | 'none';
}

export function fileLayout(random: Random): FileLayout {
  const isPlain = random.chance(0.35);
  return {
    delimiter: isPlain ? ',' : random.pick([',', ';', '|', '\t', '^', '\u0001']),
    quote: isPlain ? '"' : random.pick(['"', '"', "'", '']),
    hasHeader: isPlain || random.chance(0.85),
    encoding: isPlain ? 'utf-8' : random.pick(['utf-8', 'utf-16', 'utf-16', 'iso-8859-1', 'windows-1252']),
    nullValues: random.pick([[], [], ['NULL'], ['N/A', '-1'], ["it's"]]),
    compression: random.pick(['auto', 'auto', 'auto', 'gzip', 'none']),
  };
}

/** The `format` entry of a layout. */
export function formatEntry(layout: FileLayout): Readonly<Record<string, unknown>> {
  return {
    delimiter: layout.delimiter,
    quote: layout.quote,
    header: layout.hasHeader,
    encoding: layout.encoding,
    null_values: layout.nullValues,
    compression: layout.compression,
  };
}

export interface FileContent {
  /** Header names in the order of the fields. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Bytes of a file: fields quoted where they must be and sometimes where they need not, line ends of either kind, now and then an
 * empty line or a broken record, and rarely something for which the whole file is refused.
 */
export function renderFile(content: FileContent, layout: FileLayout, random: Random): Buffer {
  const end = random.pick(['\n', '\n', '\r\n']);
  const brokenShare = random.pick([0, 0, 0.02]);
  const lines: string[] = layout.hasHeader
    ? [content.header.map((name) => renderField(name, layout, random)).join(layout.delimiter)]
    : [];
  for (const row of content.rows) {
    if (random.chance(0.01)) lines.push('');
    const fields = row.map((field) => renderField(field, layout, random));
    lines.push(
      random.chance(brokenShare) ? brokenLine(fields, layout, random) : fields.join(layout.delimiter),
    );
  }
  if (layout.quote !== '' && random.chance(0.01)) lines.push(hopelessLine(layout.quote, random));
  const text = lines.join(end) + (random.chance(0.7) ? end : '');
  return encodeText(text, layout.encoding, random);
}

/** gzip or not, of one part or two: the name says which, unless the file is damaged or called what it is not. */
export function packFile(
  name: string,
  bytes: Buffer,
  { compression }: FileLayout,
  random: Random,
): readonly [string, Buffer] {
  if (compression === 'none' || (compression === 'auto' && !random.chance(0.25))) return [name, bytes];
  const half = random.chance(0.3) ? random.int(0, bytes.length) : bytes.length;
  const zipped = Buffer.concat([
    gzipSync(bytes.subarray(0, half)),
    ...(half < bytes.length ? [gzipSync(bytes.subarray(half))] : []),
  ]);
  if (random.chance(0.015)) return [`${name}.gz`, zipped.subarray(0, zipped.length - random.int(1, 12))];
  return [`${name}.gz`, random.chance(0.015) ? bytes : zipped];
}

function renderField(value: string, { delimiter, quote }: FileLayout, random: Random): string {
  // A record cannot be told from its neighbour when a lone line end stands in it.
  if (quote === '') return value.replaceAll(/[\r\n]/g, ' ').replaceAll(delimiter, ' ');
  const needs = value.includes(delimiter) || value.includes(quote) || /[\r\n]/.test(value);
  if (!needs && !random.chance(0.1)) return value;
  return quote + value.replaceAll(quote, quote + quote) + quote;
}

function brokenLine(fields: readonly string[], { delimiter, quote }: FileLayout, random: Random): string {
  const [first = '', ...rest] = fields;
  const kinds = [
    () => [...fields, 'surplus'].join(delimiter),
    () => rest.join(delimiter),
    () => [`${first}\u0000`, ...rest].join(delimiter),
    ...(quote === ''
      ? []
      : [
          () => [`x${quote}y${quote}`, ...rest].join(delimiter),
          () => [`${quote}x${quote} `, ...rest].join(delimiter),
        ]),
  ];
  return random.pick(kinds)();
}

/** A record that is open at the end of the file, or of more than a thousand lines. */
function hopelessLine(quote: string, random: Random): string {
  return random.chance(0.5) ? `x,${quote}never closed` : `${quote}${'line\n'.repeat(1001)}${quote}`;
}
