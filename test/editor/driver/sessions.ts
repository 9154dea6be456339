import type { SuiteName } from './bundle-suites.ts';

/** A project in an editor, and the suites that windows on it run, one after the other. */
export interface Session {
  readonly name: string;
  /** What is tested: the folder as it is, or the package as it installs. */
  readonly what: 'development' | 'package';
  readonly isTrusting: boolean;
  readonly windows: readonly SuiteName[];
}

export const sessions: readonly Session[] = [
  { name: 'the development folder', what: 'development', isTrusting: true, windows: ['project'] },
  { name: 'a reload during a run', what: 'development', isTrusting: true, windows: ['leave', 'return'] },
  { name: 'a folder that is not trusted', what: 'development', isTrusting: false, windows: ['untrusted'] },
  { name: 'the installed package', what: 'package', isTrusting: true, windows: ['project'] },
];
