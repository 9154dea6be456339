import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';

/** What the client at the other end can do, as far as the server asks. */
export interface ClientAbilities {
  readonly hasConfiguration: boolean;
  readonly hasFolderChanges: boolean;
  /** The client tells of changed files, so that they need not be looked at again and again. */
  readonly hasWatchedFiles: boolean;
  readonly hasRelated: boolean;
  readonly hasProgress: boolean;
}

export function readAbilities({ workspace, textDocument, window }: ClientCapabilities): ClientAbilities {
  return {
    hasConfiguration: workspace?.configuration === true,
    hasFolderChanges: workspace?.workspaceFolders === true,
    hasWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasRelated: textDocument?.publishDiagnostics?.relatedInformation === true,
    hasProgress: window?.workDoneProgress === true,
  };
}

/** Folders that the client opened, also of clients that know one root only. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== null && workspaceFolders !== undefined)
    return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}
