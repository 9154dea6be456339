import type { FoundFile } from '../files/discover.ts';
import { type FileStamp, hasChanged } from '../files/file-stamp.ts';
import { RunStop } from './run-stop.ts';

/** A file that a run reads. */
export interface SourceFile {
  /** Relative path inside the source, with `/`: its name in the ledger, in quarantine and in `file_name`. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly stamp: FileStamp;
}

export function sourceFile(found: FoundFile): SourceFile {
  return { file: found.path, path: found.location, stamp: found.stamp };
}

/** Time of the last change, milliseconds of the epoch. */
export function modifiedMs(stamp: FileStamp): number {
  return Number(BigInt(stamp.mtimeNs) / 1_000_000n);
}

/** @throws RunStop `failed`/`source_changed` when the file is not any more what it was when the list was frozen. */
export async function assertSame(source: SourceFile): Promise<void> {
  if (!(await hasChanged(source.path, source.stamp))) return;
  throw new RunStop(
    'failed',
    'source_changed',
    `\`${source.file}\` changed or vanished while it was being ingested; nothing was changed. Deliver files under a temporary name (\`*.part\`) and rename them when they are complete, then run again.`,
  );
}
