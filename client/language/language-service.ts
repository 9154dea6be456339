import { Uri } from 'vscode';
import type { Connection, LanguageClientOptions, Origin } from './language-client.ts';

/** The language server as commands see it. */
export interface LanguageService {
  /** Starts it, once; says what kept it from starting in the log. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Has it look at the sources again; nothing where it does not run. */
  tellSourcesChanged(): Promise<void>;
  /** Lines, from 1, on which things of a project stand now; null where the server does not run or knows no such project. */
  originLines(folder: string, origins: readonly Origin[]): Promise<readonly (number | null)[] | null>;
}

export function createLanguageService(options: LanguageClientOptions): LanguageService {
  let connection: Promise<Connection> | null = null;
  const open = async () => {
    // Loading the client takes longer than all the rest: it is not part of activation.
    await new Promise((resolve) => setImmediate(resolve));
    return (await import('./language-client.ts')).connect(options);
  };
  const start = async () => {
    connection ??= open();
    try {
      await connection;
    } catch (error) {
      connection = null;
      throw new Error(
        `The language server cannot be started (${error instanceof Error ? error.message : String(error)}); \`Pistevo: Restart Language Server\` tries again.`,
        { cause: error },
      );
    }
  };
  return {
    start,
    async restart() {
      if (connection === null) await start();
      else await (await connection).restart();
    },
    async tellSourcesChanged() {
      await (await connection)?.tellSourcesChanged();
    },
    async originLines(folder, origins) {
      const open = await connection;
      return open === null ? null : open.originLines(Uri.file(folder).toString(), origins);
    },
    async stop() {
      const last = connection;
      connection = null;
      await (await last)?.stop();
    },
  };
}
