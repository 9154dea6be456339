import { type Connection, DidChangeWatchedFilesNotification, WatchKind } from 'vscode-languageserver';
import type { ClientAbilities } from './client-abilities.ts';
import type { Workspace } from './workspace.ts';

export interface FileListening {
  fail(error: unknown): void;
  readonly abilities: ClientAbilities;
}

const files = ['**/conf/config.yaml', '**/schema/tables_schema.yaml', '**/sql_scripts/*.sql'];
/** With a folder, editors tell of its end alone. */
const folders = '**/{conf,schema,sql_scripts}';

/** Follows files and folders that come, change and go outside of the editor. */
export async function listenToFiles(
  connection: Connection,
  workspace: Workspace,
  { fail, abilities }: FileListening,
): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.lookAt(changes.map(({ uri }) => uri)).catch(fail);
  });
  if (abilities.hasFolderChanges) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) workspace.removeFolder(uri);
      for (const { uri } of added) workspace.addFolder(uri).catch(fail);
    });
  }
  if (!abilities.hasWatchedFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      ...files.map((globPattern) => ({ globPattern })),
      { globPattern: folders, kind: WatchKind.Delete },
    ],
  });
}
