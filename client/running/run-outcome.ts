/** How a request ended. Plain data: commands return it to programs. */
export interface RunOutcome {
  /** Exit code of the command line; null when it did not start, or was ended. */
  readonly code: number | null;
  /** Runs that it made, one a dataset, in the order in which they began. */
  readonly runIds: readonly string[];
  /** What it said on stderr. */
  readonly notes: string;
}

/** The sentence that says why nothing was started, from what the command line told people. */
export function refusalText(notes: string): string {
  const lines = notes.split('\n').filter((line) => line.trim() !== '');
  const error = lines.findLast((line) => line.startsWith('error: ')) ?? lines.at(-1);
  return error === undefined ? 'The command line ended without saying why.' : error.replace(/^error: /, '');
}
