import { gzipSync } from 'node:zlib';
import type { Random } from '../../../samples/random.ts';

/** How the files of a dataset are written. */
export interface FileLayout {
  readonly delimiter: string;
  /** '' when fields are never quoted. */
  readonly quote: string;
  readonly hasHeader: boolean;
  readonly encoding: 'utf-8' | 'utf-16' | 'iso-8859-1' | 'windows-1252';
  readonly nullValues: readonly string[];
}

export function fileLayout(random: Random): FileLayout {
  const isPlain = random.chance(0.4);
  return {
    delimiter: isPlain ? ',' : random.pick([',', ';', '|', '\t', '^']),
    quote: isPlain ? '"' : random.pick(['"', '"', "'", '']),
    hasHeader: isPlain || random.chance(0.85),
    encoding: isPlain ? 'utf-8' : random.pick(['utf-8', 'utf-8', 'utf-16', 'iso-8859-1', 'windows-1252']),
    nullValues: random.pick([[], [], ['NULL'], ['N/A', '-1'], ["it's"]]),
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
  };
}

export interface FileContent {
  /** Header names in the order of the fields. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Bytes of a file: fields quoted where they must be and sometimes where they need not, line ends of either kind, now and then an
 * empty line or a broken record.
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
  const text = lines.join(end) + (random.chance(0.7) ? end : '');
  return encode(text, layout.encoding, random);
}

/** gzip or not: the name says which. */
export function packFile(name: string, bytes: Buffer, random: Random): readonly [string, Buffer] {
  return random.chance(0.2) ? [`${name}.gz`, gzipSync(bytes)] : [name, bytes];
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

function encode(text: string, encoding: FileLayout['encoding'], random: Random): Buffer {
  if (encoding === 'utf-16') {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    return random.chance(0.5) ? little : little.swap16();
  }
  if (encoding === 'utf-8') {
    const bytes = Buffer.from(`${random.chance(0.3) ? '\ufeff' : ''}${text}`, 'utf8');
    return random.chance(0.15) ? spoil(bytes, random) : bytes;
  }
  // Every character of these two that the texts use stands in both at its code point.
  return Buffer.from(text.replaceAll(/[\u0080-\u009f\u0100-\uffff]/g, '?'), 'latin1');
}

/** Puts a byte that no UTF-8 text holds behind a letter. */
function spoil(bytes: Buffer, random: Random): Buffer {
  const at = bytes.indexOf('a', random.int(0, bytes.length - 1));
  if (at < 0) return bytes;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at)]);
}
