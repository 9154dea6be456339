import type {
  ChangeAnnotation,
  TextEdit as LspEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../core/contracts/finding.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toRange } from './positions.ts';
import type { ProjectSession } from './project-session.ts';

export interface AnnotatedEdit extends TextEdit {
  readonly annotation?: string;
}

/** Edits as one change of the workspace. Edits of open files name the version that they were made for. */
export function toWorkspaceEdit(
  session: ProjectSession,
  edits: readonly AnnotatedEdit[],
  { abilities, annotations = {} }: EditOptions,
): WorkspaceEdit {
  const byFile = new Map<string, (LspEdit & { annotationId?: string })[]>();
  for (const { file, range, newText, annotation } of edits) {
    const document = session.document(file);
    if (document === null) continue;
    const isAnnotated = annotation !== undefined && abilities.hasAnnotations && abilities.hasDocumentChanges;
    const edit = {
      range: toRange(document, range),
      newText,
      ...(isAnnotated && { annotationId: annotation }),
    };
    const others = byFile.get(file);
    if (others === undefined) byFile.set(file, [edit]);
    else others.push(edit);
  }
  if (!abilities.hasDocumentChanges) {
    const changes = [...byFile].map(([file, list]) => [session.uriOf(file), list] as const);
    return { changes: Object.fromEntries(changes) };
  }
  const documentChanges = [...byFile].map(([file, list]): TextDocumentEdit => {
    const version = session.isOpen(file) ? (session.document(file)?.version ?? null) : null;
    return { textDocument: { uri: session.uriOf(file), version }, edits: list };
  });
  const used = abilities.hasAnnotations && Object.keys(annotations).length > 0;
  return { documentChanges, ...(used && { changeAnnotations: annotations }) };
}

export interface EditOptions {
  readonly abilities: ClientAbilities;
  readonly annotations?: Record<string, ChangeAnnotation>;
}
