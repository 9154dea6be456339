/** What a probe of the sources tells the checks: the types are part of the interface of a check. */
export type { ColumnFacts, ProjectFacts, SourceFacts } from './check.ts';
