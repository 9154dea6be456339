import { isRunId } from '../runs/run-record.ts';

export const logScheme = 'pistevo-log';

/** What names a run's log. */
export interface LogName {
  /** The project's root, absolute. */
  readonly root: string;
  readonly runId: string;
}

/** Parts of the URI of a run's log: the path gives the tab its name, the query holds the project. */
export function logUriParts({ root, runId }: LogName): { readonly path: string; readonly query: string } {
  return { path: `/${runId}.log`, query: root };
}

/** The run whose log a URI names; null for any other: the editor may ask for a document of another day. */
export function readLogUri({
  path,
  query,
}: {
  readonly path: string;
  readonly query: string;
}): LogName | null {
  const runId = /^\/([^/]+)\.log$/.exec(path)?.[1];
  return runId === undefined || !isRunId(runId) || query === '' ? null : { root: query, runId };
}
