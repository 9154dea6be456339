import { createYamlCache, type YamlCache } from '../syntax/yaml/yaml-cache.ts';
import type { Dataset, SourceSettings, Table } from './project.ts';
import type { Memory } from './remember.ts';
import type { KeptScript } from './script-document.ts';
import { createValidators, type Validators } from './validators.ts';
import type { Violation } from './violation.ts';

/** One entry of `tables:` as far as it can be used, with everything wrong in it. */
export interface LoadedTable {
  readonly table: Table | null;
  readonly violations: readonly Violation[];
}

/**
 * What loading the same project again need not do again: compiled schemas, parsed blocks, tables read from them. What has not
 * changed is the identical object in the next project: whoever derives something from it can tell by that.
 */
export interface ProjectCache {
  readonly yaml: YamlCache;
  /** What one text gave, while it stays as it is. */
  readonly memory: Memory;
  /** Of the last project. */
  sources: ReadonlyMap<string, { readonly text: string; readonly settings: SourceSettings }>;
  datasets: ReadonlyMap<string, Dataset>;
  scripts: ReadonlyMap<string, KeptScript>;
  /** By the tree that a table was read from, and the name that it had. */
  readonly tables: WeakMap<object, { readonly name: string; readonly read: LoadedTable }>;
  readonly validators: () => Validators;
}

/** One for a process that loads projects again and again; loading without one makes its own. */
export function createProjectCache(): ProjectCache {
  return cacheWith(compileOnce());
}

/** Compiled schemas for as many caches as are made with them. */
export function compileOnce(): () => Validators {
  let validators: Validators | null = null;
  return () => {
    validators ??= createValidators();
    return validators;
  };
}

/** A cache for one more project of a process that has compiled the schemas. */
export function cacheWith(validators: () => Validators): ProjectCache {
  return {
    yaml: createYamlCache(),
    memory: new Map(),
    sources: new Map(),
    datasets: new Map(),
    scripts: new Map(),
    tables: new WeakMap(),
    validators,
  };
}
