import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { Finding, Fix, TextEdit } from '../../core/contracts/finding.ts';
import { type CodeAction as Action, codeActions } from '../../core/features/code-actions.ts';
import type { Asked } from '../asked.ts';
import { fromRange } from '../positions.ts';
import { toDiagnostic } from '../to-diagnostics.ts';
import { toWorkspaceEdit } from '../to-workspace-edit.ts';

/** Everything in the file that has one fix, at once: for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.pistevo`;

export function codeAction(asked: Asked<CodeActionParams>): CodeAction[] {
  const { view, path, document, params, findings } = asked;
  const wanted = (kind: string): boolean =>
    params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? kind !== fixAllKind;
  const range = fromRange(document, params.range);
  const found = codeActions(view, path, range, findings)
    .map((action) => toAction(asked, action))
    .filter(({ kind }) => wanted(kind ?? ''));
  return wanted(fixAllKind) ? [...found, ...fixFile(asked)] : found;
}

function toAction(asked: Asked<CodeActionParams>, action: Action): CodeAction {
  const { title, kind, finding, isPreferred } = action;
  return {
    ...changeOf(asked, action),
    title,
    kind: kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
    ...(finding !== undefined && { diagnostics: [diagnosticOf(asked, finding)] }),
    ...(isPreferred && { isPreferred }),
  };
}

function diagnosticOf({ params, session }: Asked<CodeActionParams>, finding: Finding) {
  const documentOf = (path: string) => session.document(path);
  const own = toDiagnostic(finding, { pageOf: () => null, documentOf, hasRelated: false });
  const told = params.context.diagnostics.find(
    ({ code, message, range }) =>
      code === own.code && message === own.message && range.start.line === own.range.start.line,
  );
  return told ?? own;
}

/** The fixes of findings that have exactly one, as far as they do not touch each other. */
function fixFile(asked: Asked<CodeActionParams>): CodeAction[] {
  const edits: TextEdit[] = [];
  for (const { file, fixes } of asked.findings) {
    const [only, ...others] = file === asked.path ? (fixes ?? []) : [];
    if (only === undefined || others.length > 0) continue;
    if (only.edits.some((edit) => edits.some((other) => touches(edit, other)))) continue;
    edits.push(...only.edits);
  }
  const title = 'Fix everything that has one fix';
  return edits.length === 0 ? [] : [{ ...changeOf(asked, { edits }), title, kind: fixAllKind }];
}

function touches(one: TextEdit, other: TextEdit): boolean {
  return one.file === other.file && one.range.start <= other.range.end && other.range.start <= one.range.end;
}

function changeOf({ session, abilities }: Asked<unknown>, { edits }: Pick<Fix, 'edits'>) {
  return { edit: toWorkspaceEdit(session, edits, { abilities }) };
}
