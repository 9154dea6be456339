import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import {
  createProtocolConnection,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export interface ServerOptions {
  /** Script and arguments for Node. */
  readonly args: readonly string[];
  /** URI of the project's folder. */
  readonly root: string;
  /** What the client answers for a section of the settings. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Push {
  readonly atMs: number;
  readonly uri: string;
  readonly count: number;
}

/** A server at the other end of stdio, and a clock. */
export interface MeasuredServer {
  readonly connection: ProtocolConnection;
  readonly pid: number;
  readonly startedMs: number;
  readonly pushes: readonly Push[];
  /** Waits for the next push for a file after `from` pushes; gives how long after `sinceMs` it came. */
  pushed(uri: string, from: number, sinceMs: number): Promise<number>;
  /** Resident memory in bytes. */
  memory(): number;
  /** Time that processors have spent on the server, in milliseconds. */
  cpuMs(): number;
  stop(): Promise<void>;
}

export async function startMeasured(options: ServerOptions): Promise<MeasuredServer> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...options.args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const pushes: Push[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushes.push({
      atMs: performance.now(),
      uri: decodeURIComponent(params.uri),
      count: params.diagnostics.length,
    });
    for (const wake of [...waiting]) wake();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => options.settings[section ?? ''] ?? null),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: options.root,
    workspaceFolders: [{ uri: options.root, name: 'bench' }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    pid: child.pid ?? 0,
    startedMs,
    pushes,
    pushed(uri, from, sinceMs) {
      const find = (): Push | undefined => pushes.slice(from).find((push) => push.uri === uri);
      return new Promise((resolve) => {
        const look = (): void => {
          const found = find();
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found.atMs - sinceMs);
        };
        waiting.add(look);
        look();
      });
    },
    memory: () => residentBytes(child.pid ?? 0),
    cpuMs: () => processorMs(child.pid ?? 0),
    async stop() {
      await connection.sendRequest('shutdown');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendNotification('exit');
      await ended;
    },
  };
}

/** From Linux's /proc; 0 elsewhere. */
function residentBytes(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

/** From Linux's /proc, in its hundredths of a second; 0 elsewhere. */
function processorMs(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

/** Line and character of an offset. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
