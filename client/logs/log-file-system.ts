import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';
import { followRunLog, type RunLogFollower } from './follow-run-log.ts';
import { createLogText, type LogText } from './log-text.ts';
import { readLogUri } from './log-uri.ts';

/** Logs of runs as read-only files that grow. Only the runs that somebody looks at are read. */
export interface LogFileSystem extends FileSystemProvider, Disposable {
  /** Reads what has come since. */
  pump(): Promise<void>;
}

interface OpenLog {
  readonly uri: Uri;
  readonly follower: RunLogFollower;
  readonly log: LogText;
  bytes: Uint8Array;
  /** Milliseconds since 1970, later with each change: by it the editor knows that there is something new. */
  changedMs: number;
  watchers: number;
}

export function createLogFileSystem(): LogFileSystem {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const logs = new Map<string, OpenLog>();

  const advance = async (open: OpenLog): Promise<boolean> => {
    const lines = await open.follower.more();
    if (lines.length === 0) return false;
    open.log.add(lines);
    open.bytes = Buffer.from(open.log.text());
    open.changedMs = Math.max(Date.now(), open.changedMs + 1);
    return true;
  };
  const find = async (uri: Uri): Promise<OpenLog> => {
    const key = uri.toString();
    const known = logs.get(key);
    if (known !== undefined) return known;
    const name = readLogUri(uri);
    if (name === null) throw FileSystemError.FileNotFound(uri);
    const open: OpenLog = {
      uri,
      follower: followRunLog(name.root, name.runId),
      log: createLogText(),
      bytes: new Uint8Array(),
      changedMs: Date.now(),
      watchers: 0,
    };
    logs.set(key, open);
    await advance(open);
    return open;
  };
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: changed.event,
    watch(uri) {
      const key = uri.toString();
      const open = logs.get(key);
      if (open !== undefined) open.watchers += 1;
      return {
        dispose() {
          if (open === undefined) return;
          open.watchers -= 1;
          if (open.watchers === 0) logs.delete(key);
        },
      };
    },
    async stat(uri) {
      const { bytes, changedMs } = await find(uri);
      return {
        type: FileType.File,
        ctime: 0,
        mtime: changedMs,
        size: bytes.length,
        permissions: FilePermission.Readonly,
      };
    },
    readFile: async (uri) => (await find(uri)).bytes,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
    async pump() {
      const grown: Uri[] = [];
      for (const open of logs.values()) if (await advance(open)) grown.push(open.uri);
      if (grown.length > 0) changed.fire(grown.map((uri) => ({ type: FileChangeType.Changed, uri })));
    },
    dispose: () => changed.dispose(),
  };
}
