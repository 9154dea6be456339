import type { DeliveredFile } from './write-ledger.ts';

/** What was read of a run's files. */
export interface Delivery {
  readonly files: readonly DeliveredFile[];
  /** Bytes of the files, before decompression. */
  readonly bytes: number;
  /** Records by the independent count. */
  readonly records: number;
  readonly malformed: number;
  /** Rows in the staged files. */
  readonly staged: number;
  /** Names of the staged files in `folder`, in order. */
  readonly parts: readonly string[];
  readonly folder: string;
  /**
   * Compares every file with what was read.
   * @throws RunStop `failed`/`source_changed`.
   */
  readonly assertUnchanged: () => Promise<void>;
}
