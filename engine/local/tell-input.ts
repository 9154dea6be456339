import type { FileState, NewEvent } from '../../core/contracts/event.ts';
import type { FoundFile } from '../files/discover.ts';

/** Says what became of a file of the source. */
export function tellInput(
  emit: (event: NewEvent) => void,
  file: Pick<FoundFile, 'path' | 'stamp'>,
  state: FileState,
  reason: string | null,
): void {
  emit({
    kind: 'file-seen',
    file: file.path,
    sizeBytes: file.stamp.sizeBytes,
    state,
    ...(reason !== null && { reason }),
  });
}
