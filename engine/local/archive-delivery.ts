import { join } from 'node:path';
import { archiveFile } from '../files/archive.ts';
import type { RunContext } from './run-context.ts';
import type { SourceFile } from './source-file.ts';

/** A file to be moved out of the source. */
export interface ToArchive {
  readonly source: SourceFile;
  readonly sha256: string;
  readonly runId: string;
}

/**
 * Moves files into the archive, each run's into its own folder. What fails is told as a warning and left for the next run,
 * which knows the file by its identity: the commit stands. Answers how many files were moved.
 */
export async function archiveDelivery(
  context: RunContext,
  archiveFolder: string,
  files: readonly ToArchive[],
): Promise<number> {
  const { plan, request } = context;
  let moved = 0;
  for (const { source, sha256, runId } of files) {
    if (request.signal.aborted) {
      request.emit({
        kind: 'warning',
        code: 'archive_unfinished',
        message: `The run was cancelled after its commit; the next run archives what is left in the source, from \`${source.file}\` on.`,
      });
      return moved;
    }
    try {
      const outcome = await archiveFile(
        {
          source: source.path,
          stamp: source.stamp,
          sizeBytes: source.stamp.sizeBytes,
          sha256,
          folder: join(archiveFolder, plan.dataset, runId),
          path: source.file,
        },
        request.signal,
      );
      if (outcome.kind === 'archived') moved += 1;
      else request.emit({ kind: 'warning', code: 'archive_failed', message: outcome.message });
    } catch (error) {
      // The loop's next turn tells a cancelled run; for anything else the commit stands all the same.
      if (request.signal.aborted) continue;
      request.emit({
        kind: 'warning',
        code: 'archive_failed',
        message: `\`${source.file}\` could not be archived (${error instanceof Error ? error.message : 'unknown error'}); the next run tries again.`,
      });
    }
  }
  return moved;
}
