import type { RunEvent, Stage } from '../../core/contracts/event.ts';

/** What shows a person how runs go on. `show` gets every event of every run; `close` leaves the terminal tidy. */
export interface Progress {
  show(dataset: string, event: RunEvent): void;
  /** A line that stays, above what moves. */
  say(line: string): void;
  close(): void;
}

/** Present participles for people. */
export const doing: Readonly<Record<Stage, string>> = {
  discover: 'looking for files',
  read: 'reading',
  stage: 'staging',
  check: 'checking',
  gate: 'deciding',
  merge: 'merging',
  commit: 'committing',
  archive: 'archiving',
  report: 'reporting',
};
