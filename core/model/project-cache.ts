import { createYamlCache, type YamlCache } from '../syntax/yaml/yaml-cache.ts';
import type { Table } from './project.ts';
import { createValidators, type Validators } from './validators.ts';
import type { Violation } from './violation.ts';

/** One entry of `tables:` as far as it can be used, with everything wrong in it. */
export interface LoadedTable {
  readonly table: Table | null;
  readonly violations: readonly Violation[];
}

/** What loading the same project again need not do again: compiled schemas, parsed blocks, tables read from them. */
export interface ProjectCache {
  readonly yaml: YamlCache;
  /** By the tree that a table was read from, and the name that it had. */
  readonly tables: WeakMap<object, { readonly name: string; readonly read: LoadedTable }>;
  readonly validators: () => Validators;
}

/** One for a process that loads projects again and again; loading without one makes its own. */
export function createProjectCache(): ProjectCache {
  let validators: Validators | null = null;
  return {
    yaml: createYamlCache(),
    tables: new WeakMap(),
    validators: () => {
      validators ??= createValidators();
      return validators;
    },
  };
}
