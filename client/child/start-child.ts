import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { childEnvironment, type Variables } from './child-environment.ts';
import { endProcessTree } from './end-process-tree.ts';
import { splitLines } from './split-lines.ts';

/** How the command line is started. */
export interface Launch {
  /** Runtime: the editor's own, or the one that the setting names. */
  readonly runtime: string;
  /** Path of `dist/cli/pistevo.js`. */
  readonly commandLine: string;
  readonly args: readonly string[];
  /** Folder to start in: the project's root, so that printed paths start there. */
  readonly folder: string;
  readonly variables: Variables;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface ChildListeners {
  readonly onLine: (line: string) => void;
  readonly onNote: (line: string) => void;
}

export interface ChildEnd {
  /** null when a signal ended it, or it never started. */
  readonly code: number | null;
  /** Why it could not be started. */
  readonly problem: string | null;
}

export interface Child {
  readonly pid: number | undefined;
  /** Never rejects. */
  readonly ended: Promise<ChildEnd>;
  /** Asks it to stop through its control stream; ends its process tree when it has not ended after the grace period. */
  cancel(graceMs: number): void;
}

/**
 * Starts the command line as a child with a control stream on stdin. The end of that stream tells it that the editor is
 * gone. Lines of stdout go to `onLine`, those of stderr to `onNote`.
 */
export function startChild(launch: Launch, listeners: ChildListeners): Child {
  const child = spawn(launch.runtime, [launch.commandLine, ...launch.args], {
    cwd: launch.folder,
    env: { ...childEnvironment(launch.variables, launch.secrets) },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // Of a group of its own, so that its tree can be ended; it still ends with the control stream.
    detached: process.platform !== 'win32',
  });
  let hasEnded = false;
  const out = splitLines(listeners.onLine);
  const notes = splitLines(listeners.onNote);
  follow(child.stdout, out.push);
  follow(child.stderr, notes.push);
  // A child that is gone closes its stdin; what is written then has nobody to read it.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once('error', (error) => {
      hasEnded = true;
      resolve({ code: null, problem: error.message });
    });
    child.once('close', (code) => {
      hasEnded = true;
      out.end();
      notes.end();
      resolve({ code, problem: null });
    });
  });
  return {
    pid: child.pid,
    ended,
    cancel(graceMs) {
      if (hasEnded) return;
      child.stdin.write('{"kind":"cancel"}\n');
      const timer = setTimeout(() => {
        if (!hasEnded && child.pid !== undefined) endProcessTree(child.pid);
      }, graceMs);
      void ended.then(() => clearTimeout(timer));
    },
  };
}

/** Decodes across pieces: a character may be cut between two of them. */
function follow(stream: NodeJS.ReadableStream, push: (text: string) => void): void {
  const decoder = new StringDecoder('utf8');
  stream.on('data', (bytes: Buffer) => push(decoder.write(bytes)));
}
