import type { SuiteName } from './bundle-suites.ts';

/** A project in an editor, and the suites that windows on it run, one after the other. */
export interface Session {
  readonly name: string;
  /** What is tested: the folder as it is, or a package as it installs: that of this platform, or the one for all. */
  readonly what: 'development' | 'package' | 'universal';
  /** What the open folder holds at first. */
  readonly folder: 'project' | 'nothing';
  readonly isTrusting: boolean;
  readonly windows: readonly SuiteName[];
}

const trusted = { isTrusting: true, folder: 'project' } as const;

export const sessions: readonly Session[] = [
  { ...trusted, name: 'the development folder', what: 'development', windows: ['project'] },
  { ...trusted, name: 'a reload during a run', what: 'development', windows: ['leave', 'return'] },
  {
    name: 'a folder that is not trusted',
    what: 'development',
    folder: 'project',
    isTrusting: false,
    windows: ['untrusted'],
  },
  { ...trusted, name: 'the installed package', what: 'package', windows: ['project'] },
  { ...trusted, name: 'hostile names and values', what: 'package', windows: ['hostile'] },
  { ...trusted, name: 'the first walk', what: 'package', folder: 'nothing', windows: ['first-walk'] },
  { ...trusted, name: 'the package without an engine', what: 'universal', windows: ['without-engine'] },
];
