import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { rename as plan, prepareRename as prepare } from '../../core/features/rename.ts';
import { type Asked, placeOf } from '../asked.ts';
import { toRange } from '../positions.ts';
import { toWorkspaceEdit } from '../to-workspace-edit.ts';

export function prepareRename(
  asked: Asked<PrepareRenameParams>,
): { range: Range; placeholder: string } | null {
  const found = prepare(asked.view, placeOf(asked, asked.params.position));
  if (found === null) return null;
  return { range: toRange(asked.document, found.range), placeholder: found.placeholder };
}

/** A refusal is an error with its sentence: editors show it at the place. */
export function rename(asked: Asked<RenameParams>): WorkspaceEdit | ResponseError {
  const { view, session, abilities, params } = asked;
  const answer = plan(view, placeOf(asked, params.position), params.newName);
  if ('refusal' in answer) return new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal);
  const annotations = answer.annotations.map(({ id, label, description, needsConfirmation }) => {
    return [id, { label, description, needsConfirmation }] as const;
  });
  return toWorkspaceEdit(session, answer.edits, { abilities, annotations: Object.fromEntries(annotations) });
}
