import type { ReadFormat } from '../../core/contracts/plan.ts';
import { RejectedFile } from './rejected-file.ts';

/** A format's characters as bytes. */
export interface Dialect {
  /** UTF-8 bytes of the delimiter. */
  readonly delimiter: Uint8Array;
  /** Byte of the quote; -1 when fields are never quoted. */
  readonly quote: number;
}

/**
 * Characters of `format` as the reader compares them.
 * @throws RejectedFile for characters that cannot separate or quote anything; the project's checks report them earlier.
 */
export function dialectOf(format: ReadFormat): Dialect {
  const { delimiter, quote } = format;
  if ([...delimiter].length !== 1 || delimiter === '\n' || delimiter === '\r' || delimiter === '\0') {
    throw new RejectedFile('format', '`delimiter` must be one character that is not a line end.');
  }
  if (quote !== '' && !/^[\x01-\x09\x0b\x0c\x0e-\x7f]$/.test(quote)) {
    throw new RejectedFile('format', '`quote` must be one ASCII character or empty.');
  }
  if (quote === delimiter) throw new RejectedFile('format', '`quote` and `delimiter` must differ.');
  return { delimiter: Buffer.from(delimiter), quote: quote === '' ? -1 : quote.charCodeAt(0) };
}
