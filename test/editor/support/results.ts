/** What became of one test inside the editor. */
export interface TestResult {
  readonly title: string;
  readonly kind: 'passed' | 'failed' | 'not-run';
  readonly elapsedMs: number;
  /** Why it failed, or was not run. */
  readonly message?: string;
}

/** What a session leaves in the file that `PISTEVO_RESULTS` names. */
export interface SessionResults {
  /** false while tests are still to come: an editor that dies leaves it so. */
  readonly isComplete: boolean;
  readonly tests: readonly TestResult[];
}
