import type { Location, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Range } from '../core/contracts/finding.ts';
import type { Place, ProjectView } from '../core/features/project-view.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toRange } from './positions.ts';
import type { ProjectSession } from './project-session.ts';

/** A question about a file of a project, with everything that a method needs to answer it. */
export interface Asked<Params> {
  readonly params: Params;
  readonly session: ProjectSession;
  /** The file's path in the project. */
  readonly path: string;
  readonly document: TextDocument;
  readonly view: ProjectView;
  readonly findings: readonly Finding[];
  readonly abilities: ClientAbilities;
}

export function placeOf({ document, path }: Asked<unknown>, position: Position): Place {
  return { file: path, offset: document.offsetAt(position) };
}

/** A span of a project file; none when the file is not there. */
export function toLocations(
  session: ProjectSession,
  { file, range }: { readonly file: string; readonly range: Range },
): Location[] {
  const document = session.document(file);
  return document === null ? [] : [{ uri: document.uri, range: toRange(document, range) }];
}
