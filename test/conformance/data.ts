import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Public data that nobody here wrote, beside the clone and never part of it. */
export const dataFolder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const isDataPresent = existsSync(dataFolder);

/** Said wherever the checks could not run. */
export const absentNotice = `Conformance was NOT checked: there is no data in ${'../shared/data'} beside this clone.`;

/** One check's result: `faults` is empty when it held. */
export interface Outcome {
  readonly name: string;
  /** What was looked at: "5,000 rows, 50,000 cells". */
  readonly extent: string;
  readonly faults: readonly string[];
}
