import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type WorkspaceSymbol, workspaceSymbolSteps } from '../../core/features/workspace-symbols.ts';
import type { Steps } from '../../core/text/drain.ts';
import { toLocations } from '../asked.ts';
import type { Analysis, ProjectSession } from '../project-session.ts';

const kinds: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  dataset: SymbolKind.Class,
  column: SymbolKind.Field,
  check: SymbolKind.Event,
};

export function* workspaceSymbol(
  session: ProjectSession,
  { view }: Analysis,
  query: string,
): Steps<SymbolInformation[]> {
  const found = yield* workspaceSymbolSteps(view, query);
  return found.flatMap(({ name, kind, container, file, range }) =>
    toLocations(session, { file, range }).map((location) => ({
      name,
      kind: kinds[kind],
      containerName: container,
      location,
    })),
  );
}
