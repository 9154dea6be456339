import type { ReadFormat } from '../../core/contracts/plan.ts';
import { countRecords, type RecordCount } from './count-records.ts';
import { decodeSource } from './decode-source.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { createMeasure, type Measure } from './measure.ts';
import { createTextWindow, type TextWindow } from './text-window.ts';

/** A file whose text passes through a window, measured and counted on the way. */
export interface DecodedFile {
  readonly dialect: Dialect;
  readonly window: TextWindow;
  readonly measure: Measure;
  readonly count: RecordCount;
  /** Lets go of the source, wherever it stands. */
  readonly close: () => Promise<void>;
}

/** @throws RejectedFile for a format that cannot be read; reading on from the window throws the others. */
export function openText(
  source: AsyncIterable<Uint8Array>,
  format: ReadFormat,
  options: { readonly fileName: string; readonly sizeBytes?: number; readonly signal?: AbortSignal },
): DecodedFile {
  const dialect = dialectOf(format);
  const measure = createMeasure();
  const count = countRecords(dialect.quote);
  const named = { name: options.fileName, sizeBytes: options.sizeBytes ?? null };
  const text = decodeSource(measure.through(source), format, named);
  const window = createTextWindow(text, count, options.signal);
  const close = async (): Promise<void> => {
    await text.return(undefined);
  };
  return { dialect, window, measure, count, close };
}
