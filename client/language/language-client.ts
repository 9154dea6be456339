import { type LogOutputChannel, type Uri, window } from 'vscode';
import { RevealOutputChannelOn, State } from 'vscode-languageclient/node';
import type { ProjectInfo } from '../projects/project-info.ts';
import { IpcClient } from './ipc-client.ts';
import { selectors } from './selectors.ts';

export interface LanguageClientOptions {
  /** `dist/server/server.cjs` */
  readonly server: Uri;
  readonly log: LogOutputChannel;
  /** Commands that the server may put on lenses and completions. */
  readonly commands: readonly string[];
  /** Called with the projects of the workspace, at first and after each change. */
  readonly onProjects: (projects: readonly ProjectInfo[]) => void;
}

/** Names a value in a file of a project. */
export interface Origin {
  readonly file: string;
  readonly path: string;
}

/** The connection to the server. This file is a bundle of its own: it is loaded once there is a project to speak of. */
export interface Connection {
  /** Deliveries may have come or gone: a run has ended. */
  tellSourcesChanged(): Promise<void>;
  /** Lines, from 1, on which things of a project stand now; `root`: URI of its folder. Null for a folder of no project. */
  originLines(root: string, origins: readonly Origin[]): Promise<readonly (number | null)[] | null>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server as a child. Rejects when it cannot be started; a server that dies later is started again. */
export async function connect(options: LanguageClientOptions): Promise<Connection> {
  const client = new IpcClient(options.server.fsPath, {
    documentSelector: [...selectors],
    diagnosticCollectionName: 'pistevo',
    outputChannel: options.log,
    traceOutputChannel: window.createOutputChannel('Pistevo Trace', { log: true }),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { commands: options.commands },
    synchronize: { configurationSection: 'pistevo' },
    markdown: { isTrusted: false, supportHtml: false },
  });
  const ask = async () =>
    options.onProjects(await client.sendRequest<readonly ProjectInfo[]>('pistevo/projects'));
  const tell = (error: unknown) => options.log.error(`The list of projects was not read: ${String(error)}`);
  client.onNotification('pistevo/projectsChanged', () => void ask().catch(tell));
  // A server that was started again has its projects to tell again.
  let hasStarted = false;
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running && hasStarted) void ask().catch(tell);
  });
  await client.start();
  hasStarted = true;
  await ask();
  return {
    tellSourcesChanged: () => client.sendNotification('pistevo/sourcesChanged'),
    originLines: (root, origins) => client.sendRequest('pistevo/origins', { root, origins }),
    restart: () => client.restart(),
    stop: () => client.stop(),
  };
}
