import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type WorkspaceSymbol, workspaceSymbols } from '../../core/features/workspace-symbols.ts';
import { toLocations } from '../asked.ts';
import type { Analysis, ProjectSession } from '../project-session.ts';

const kinds: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  dataset: SymbolKind.Class,
  column: SymbolKind.Field,
  check: SymbolKind.Event,
};

export function workspaceSymbol(
  session: ProjectSession,
  { view }: Analysis,
  query: string,
): SymbolInformation[] {
  return workspaceSymbols(view, query).flatMap(({ name, kind, container, file, range }) =>
    toLocations(session, { file, range }).map((location) => ({
      name,
      kind: kinds[kind],
      containerName: container,
      location,
    })),
  );
}
