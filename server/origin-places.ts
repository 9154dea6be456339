import { type Path, parsePath } from '../core/text/path.ts';
import { toRange } from './positions.ts';
import type { Analysis, ProjectSession } from './project-session.ts';

/** Custom request: where things that a run was asked for stand now. */
export const originsRequest = 'pistevo/origins';

export interface OriginsParams {
  /** URI of the project's folder. */
  readonly root: string;
  readonly origins: readonly { readonly file: string; readonly path: string }[];
}

/** 1-based line in the text as it is now, in the order of the question; null for what stands nowhere any more. */
export type OriginLines = readonly (number | null)[];

export function originLines(
  session: ProjectSession,
  { project }: Analysis,
  origins: OriginsParams['origins'],
): OriginLines {
  return origins.map((origin) => {
    const document = session.document(origin.file);
    const path = parsePath(origin.path);
    const source = Object.values(project.documents).find(({ file }) => file === origin.file);
    if (document === null || source === undefined || !holds(source.value, path)) return null;
    return toRange(document, source.rangeOf(path, 'key')).start.line + 1;
  });
}

function holds(root: unknown, path: Path): boolean {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return true;
}
