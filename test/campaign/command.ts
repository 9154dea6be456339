import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RunEvent } from '../../core/contracts/event.ts';

/** The built command line. `npm test` builds it before any test runs. */
export const commandLine = fileURLToPath(new URL('../../dist/cli/pistevo.js', import.meta.url));

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly events: readonly RunEvent[];
  readonly stderr: string;
}

export interface RunOptions {
  /** Called for every event as it arrives, with the child, so that a test can kill it or disturb its files. */
  readonly onEvent?: (event: RunEvent, child: ChildProcess) => void;
  /** SIGKILL this many milliseconds after the start. */
  readonly killAfterMs?: number;
  readonly args?: readonly string[];
}

/** Runs `pistevo run --all --json` in a project, as a process of its own, to its end. */
export async function runAll(root: string, options: RunOptions = {}): Promise<Ended> {
  const args = [commandLine, 'run', '--all', '--json', ...(options.args ?? [])];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PISTEVO_MASK_KEY: 'campaign key of sixteen' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer =
    options.killAfterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
  const events: RunEvent[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = parseEvent(line);
    if (event === null) return;
    events.push(event);
    options.onEvent?.(event, child);
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, by) => resolve([code, by]));
  });
  if (timer !== null) clearTimeout(timer);
  return { exitCode, signal, events, stderr };
}

/** A killed child can leave half a line: that is the only text that may not parse. */
function parseEvent(line: string): RunEvent | null {
  if (!line.endsWith('}')) return null;
  return JSON.parse(line) as RunEvent;
}
