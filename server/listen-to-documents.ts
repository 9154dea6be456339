import type { Connection } from 'vscode-languageserver';
import { createPartedDocument, type PartedDocument } from './parted-document.ts';
import { rootOf, uriKey } from './uris.ts';
import type { LiveProject, Workspace } from './workspace.ts';

export interface DocumentListening {
  fail(error: unknown): void;
  /** A moment at which sources are worth another look. */
  sourcesMayDiffer(live: LiveProject): void;
}

/** Keeps open documents in step with the client. Only files that a project could have are kept at all. */
export function listenToDocuments(
  connection: Connection,
  workspace: Workspace,
  { fail, sourcesMayDiffer }: DocumentListening,
): void {
  const open = new Map<string, PartedDocument>();

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (rootOf(uri) === null && workspace.claim(uri) === null) return;
    const document = createPartedDocument({ uri, languageId, version, text });
    open.set(uriKey(uri), document);
    workspace
      .open(document)
      .then(() => {
        const live = workspace.claim(uri)?.live;
        if (live === undefined) return;
        sourcesMayDiffer(live);
        return workspace.refresh(live);
      })
      .catch(fail);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = open.get(uriKey(uri));
    if (document === undefined) return;
    document.update(contentChanges, version);
    workspace.change(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (open.delete(uriKey(uri))) workspace.close(uri).catch(fail);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const live = workspace.claim(uri)?.live;
    if (live === undefined) return;
    sourcesMayDiffer(live);
    workspace.refresh(live).catch(fail);
  });
}
