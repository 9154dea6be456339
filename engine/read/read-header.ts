import type { ReadFormat } from '../../core/contracts/plan.ts';
import type { FileRejection } from './chunk.ts';
import { type DecodedFile, openText } from './open-text.ts';
import { duplicateNames } from './parse-header.ts';
import { recordLimits } from './record-bounds.ts';
import { rejectionOf } from './rejection-of.ts';
import { takeHeader } from './take-header.ts';

export interface FileHeader {
  readonly kind: 'header';
  /** As delivered. */
  readonly names: readonly string[];
  /** Names that stand twice (blanks around and ASCII case ignored). */
  readonly duplicates: readonly string[];
  readonly line: number;
}

/** Reads the header and nothing after it; `source` is closed. Not for files without a header. */
export async function readHeader(
  source: AsyncIterable<Uint8Array>,
  format: ReadFormat,
  options: { readonly fileName: string; readonly sizeBytes?: number; readonly signal?: AbortSignal },
): Promise<FileHeader | FileRejection> {
  let file: DecodedFile | null = null;
  try {
    file = openText(source, format, options);
    const { names, line } = await takeHeader(file.window, file.dialect, recordLimits);
    return { kind: 'header', names, duplicates: duplicateNames(names), line };
  } catch (error) {
    return rejectionOf(error);
  } finally {
    await file?.close();
  }
}
