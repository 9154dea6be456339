import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const repository = join(import.meta.dirname, '../..');

/** Bundles the server as it ships into an ignored folder and gives the file. */
export async function bundleServer(name: string): Promise<string> {
  const outdir = join(repository, '.tsbuild', `server-${name}`);
  const tool = pathToFileURL(join(repository, 'tools/build.mjs')).href;
  const { serverBundle } = (await import(tool)) as { readonly serverBundle: BuildOptions };
  await build({ ...serverBundle, outdir });
  return join(outdir, 'server.cjs');
}

export interface ClientOptions {
  readonly server: string;
  /** Words before `--stdio`. */
  readonly words?: readonly string[];
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration` for section `pistevo`. */
  readonly settings?: (scope: string | undefined) => unknown;
  readonly environment?: NodeJS.ProcessEnv;
}

/** An editor at the other end of stdio, as far as the protocol goes. Folders and files are paths on disk. */
export interface LanguageClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** Every push so far, oldest first. */
  readonly pushes: readonly PublishDiagnosticsParams[];
  readonly notifications: readonly string[];
  /** Kinds of work-done progress that were reported. */
  readonly progress: readonly string[];
  /** What the editor shows for a file. */
  diagnostics(file: string): readonly Diagnostic[];
  open(file: string, text: string): void;
  /** Replaces a span of an open file; offsets into its present text. */
  edit(file: string, start: number, end: number, newText: string): void;
  close(file: string): void;
  save(file: string): void;
  changed(files: readonly string[], type?: 1 | 2 | 3): void;
  text(file: string): string;
  version(file: string): number;
  rangeOf(file: string, start: number, end: number): Range;
  /** Waits until the server has done everything that was sent to it. */
  settled(): Promise<void>;
  /** Asks about a file; `params` beside its name. */
  ask<Result>(method: string, file: string, params?: object): Promise<Result>;
  positionOf(file: string, offset: number): Position;
  stop(): Promise<number | null>;
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

export async function startClient(options: ClientOptions): Promise<LanguageClient> {
  const child = spawn(process.execPath, [options.server, ...(options.words ?? []), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...options.environment },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const pushes: PublishDiagnosticsParams[] = [];
  const notifications: string[] = [];
  const shown = new Map<string, readonly Diagnostic[]>();
  const documents = new Map<string, TextDocument>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushes.push(params);
    shown.set(fileURLToPath(params.uri), params.diagnostics);
  });
  connection.onNotification('pistevo/projectsChanged', () => {
    notifications.push('pistevo/projectsChanged');
  });
  const progress: string[] = [];
  connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
    progress.push(value.kind);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null),
  );
  connection.listen();
  const send = (method: string, params: unknown): void => {
    connection.sendNotification(method, params).catch((error: unknown) => {
      if (child.exitCode === null) throw error;
    });
  };
  const documentOf = (file: string): TextDocument => {
    const document = documents.get(file);
    if (document === undefined) throw new Error(`${file} is not open`);
    return document;
  };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: options.folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
    initializationOptions: options.initializationOptions,
    capabilities: options.capabilities ?? {
      workspace: {
        configuration: options.settings !== undefined,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
    },
  });
  send('initialized', {});
  return {
    connection,
    process: child,
    pushes,
    notifications,
    progress,
    diagnostics: (file) => shown.get(file) ?? [],
    open(file, text) {
      const document = TextDocument.create(uriOf(file), 'yaml', 1, text);
      documents.set(file, document);
      const { uri, languageId, version } = document;
      send('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    },
    edit(file, start, end, text) {
      const document = documentOf(file);
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      const change = { range, text };
      TextDocument.update(document, [change], document.version + 1);
      send('textDocument/didChange', {
        textDocument: { uri: document.uri, version: document.version },
        contentChanges: [change],
      });
    },
    close(file) {
      documents.delete(file);
      send('textDocument/didClose', { textDocument: { uri: uriOf(file) } });
    },
    save: (file) => send('textDocument/didSave', { textDocument: { uri: uriOf(file) } }),
    changed: (files, type = 2) =>
      send('workspace/didChangeWatchedFiles', { changes: files.map((file) => ({ uri: uriOf(file), type })) }),
    text: (file) => documentOf(file).getText(),
    version: (file) => documentOf(file).version,
    rangeOf(file, start, end) {
      const document = documentOf(file);
      return { start: document.positionAt(start), end: document.positionAt(end) };
    },
    ask: (method, file, params = {}) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uriOf(file) }, ...params }),
    positionOf: (file, offset) => documentOf(file).positionAt(offset),
    async settled() {
      // What follows from a file system event takes more than one answer to arrive; on a busy machine all takes longer.
      let told = pushes.length;
      for (let quiet = 0; quiet < 3; quiet += 1) {
        const asked = performance.now();
        await connection.sendRequest('pistevo/projects');
        await new Promise((resolve) => setTimeout(resolve, Math.max(15, 5 * (performance.now() - asked))));
        if (pushes.length !== told) quiet = -1;
        told = pushes.length;
      }
    },
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      await connection.sendRequest('shutdown');
      const ended = new Promise<number | null>((resolve) => {
        child.once('exit', resolve);
      });
      send('exit', undefined);
      return ended;
    },
  };
}
