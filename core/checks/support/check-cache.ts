import type { Finding } from '../../contracts/finding.ts';
import type { MarkCache } from '../silence/find-silences.ts';
import { createScriptCheckCache, type ScriptCheckCache } from '../sql/check-scripts.ts';
import type { KeptFindings } from './keep-findings.ts';
import type { ReferringColumns } from './references.ts';

/** What checking the same project again need not do again. */
export interface CheckCache {
  /** By dataset, of those of the last project. */
  datasets: ReadonlyMap<string, KeptFindings>;
  /** What the configuration alone showed, and the objects that it was shown by. */
  readonly references: ReferringColumns;
  readonly scripts: ScriptCheckCache;
  readonly marks: MarkCache;
  config: { readonly inputs: readonly unknown[]; readonly findings: readonly Finding[] } | null;
}

/** One for each project that is checked again and again, together with its `ProjectCache`. */
export function createCheckCache(): CheckCache {
  return {
    datasets: new Map(),
    references: new WeakMap(),
    scripts: createScriptCheckCache(),
    marks: new WeakMap(),
    config: null,
  };
}
