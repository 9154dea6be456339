import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Which processes die: all of them, only the JVM, as when a machine runs out of memory, or only Python. */
export type Victim = 'tree' | 'java' | 'python';

const lookMs = 50;

/** SIGKILL; false when there was nothing left to kill. With `tree` the command line dies first, so that it cannot tell anybody. */
export function killFamily(head: number | undefined, victim: Victim): boolean {
  const family = descendants(head);
  const victims = family.filter((pid) => victim === 'tree' || programOf(pid).includes(victim));
  return victims.map(killOne).includes(true);
}

/** Waits until none of these processes lives, in any number of looks. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => !['', 'Z'].includes(stateOf(pid)))) await setTimeout(lookMs);
}

function killOne(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    // It ended just now.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** A process and all that it started, itself first; none of a process that never was. */
export function descendants(pid: number | undefined): readonly number[] {
  if (pid === undefined) return [];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const found = [pid];
  for (const one of found)
    found.push(...parents.filter(([, parent]) => parent === one).map(([each]) => each));
  return found;
}

function parentOf(pid: string): number {
  const stat = readProc(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** `java` or `python3.11`; `spark-submit` becomes the JVM. */
function programOf(pid: number): string {
  const program = readProc(String(pid), 'cmdline').split('\0')[0] ?? '';
  return program.split('/').at(-1) ?? '';
}

/** `Z`: it is over, and nobody has asked how. */
function stateOf(pid: number): string {
  const stat = readProc(String(pid), 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
}

/** Empty when the process is gone. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
