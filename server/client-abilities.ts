import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';

/** What the client at the other end can do, as far as the server asks. */
export interface ClientAbilities {
  readonly hasConfiguration: boolean;
  readonly hasFolderChanges: boolean;
  /** The client tells of changed files, so that they need not be looked at again and again. */
  readonly hasWatchedFiles: boolean;
  readonly hasRelated: boolean;
  readonly hasProgress: boolean;
  readonly hasSnippets: boolean;
  /** Edits may name the version that they are for, and say what they are about. */
  readonly hasDocumentChanges: boolean;
  readonly hasAnnotations: boolean;
  readonly canRefreshLenses: boolean;
  readonly canRefreshHints: boolean;
  /** Commands that lenses may carry: a lens that does nothing is none. */
  readonly commands: readonly string[];
}

export function readAbilities(
  { workspace, textDocument, window }: ClientCapabilities,
  initializationOptions?: unknown,
): ClientAbilities {
  return {
    hasConfiguration: workspace?.configuration === true,
    hasFolderChanges: workspace?.workspaceFolders === true,
    hasWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasRelated: textDocument?.publishDiagnostics?.relatedInformation === true,
    hasProgress: window?.workDoneProgress === true,
    hasSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    hasDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    hasAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    canRefreshLenses: workspace?.codeLens?.refreshSupport === true,
    canRefreshHints: workspace?.inlayHint?.refreshSupport === true,
    commands: commandsIn(initializationOptions),
  };
}

function commandsIn(options: unknown): readonly string[] {
  if (typeof options !== 'object' || options === null || !('commands' in options)) return [];
  const { commands } = options;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}

/** Folders that the client opened, also of clients that know one root only. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== null && workspaceFolders !== undefined)
    return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}
