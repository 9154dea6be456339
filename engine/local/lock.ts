import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProcessAlive, ownIdentity, type ProcessIdentity } from '../runs/process-identity.ts';
import { RunStop, stopIfAborted } from './run-stop.ts';

/** Who holds a lock: enough to find the process, and the run. */
export interface LockHolder {
  readonly process: ProcessIdentity;
  readonly runId: string;
  readonly command: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

export interface LockRequest {
  /** Folder of the project's locks. */
  readonly folder: string;
  /** `commit`, or `dataset:<name>`. */
  readonly name: string;
  readonly runId: string;
  readonly command: string;
  /** How long to wait for another process; a run of this same process is waited for as long as it lasts. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

export interface HeldLock {
  release(): Promise<void>;
}

/**
 * Takes a lock, or waits for it.
 *
 * Each contender puts its own file (a name never used twice) beside the others', then looks at the others: whoever sees
 * a living one takes its own file back and tries again later. Two can never hold it together, because of two files the
 * later one's owner sees the earlier; and the file of a dead process can be removed by anyone at any time, since no
 * living process will ever own that name. A waiter puts no file before it has seen the lock free, so it hinders no one.
 *
 * @throws RunStop `failed`/`locked` naming the holder when the wait is over, `cancelled` when the signal is aborted.
 */
export async function takeLock(request: LockRequest): Promise<HeldLock> {
  const { folder, signal } = request;
  await mkdir(folder, { recursive: true });
  const prefix = lockPrefix(request.name);
  const file = `${prefix}${process.pid}.${randomBytes(8).toString('hex')}.lock`;
  const holder: LockHolder = {
    process: ownIdentity(),
    runId: request.runId,
    command: request.command,
    since: new Date().toISOString(),
  };
  const deadline = Date.now() + request.waitMs;
  while (true) {
    stopIfAborted(signal);
    let other = await livingHolder(folder, prefix, null);
    if (other === null) {
      // Complete before it is seen: written aside, then renamed.
      const aside = join(folder, `.${file}`);
      await writeFile(aside, JSON.stringify(holder), { mode: 0o600 });
      await rename(aside, join(folder, file));
      other = await livingHolder(folder, prefix, file);
      if (other === null) return { release: () => rm(join(folder, file), { force: true }) };
      await rm(join(folder, file), { force: true });
    }
    const isOwnProcess = other !== 'unreadable' && sameProcess(other.process, holder.process);
    if (!isOwnProcess && Date.now() >= deadline) throw lockedStop(request, other, folder);
    await sleep(10 + Math.random() * 30);
  }
}

/** Who holds the lock now; null when nobody does. Removes what dead processes left. */
export async function lockHolder(folder: string, name: string): Promise<LockHolder | 'unreadable' | null> {
  return livingHolder(folder, lockPrefix(name), null);
}

/** Every lock of a project that is held now, by name. */
export async function heldLocks(
  folder: string,
): Promise<readonly { name: string; holder: LockHolder | 'unreadable' }[]> {
  const prefixes = new Set(
    (await lockFiles(folder)).map((file) => file.replace(/[0-9]+\.[0-9a-f]+\.lock$/, '')),
  );
  const held = [];
  for (const prefix of [...prefixes].sort()) {
    const holder = await livingHolder(folder, prefix, null);
    if (holder !== null) held.push({ name: decodeURIComponent(prefix.slice(0, -1)), holder });
  }
  return held;
}

async function livingHolder(
  folder: string,
  prefix: string,
  own: string | null,
): Promise<LockHolder | 'unreadable' | null> {
  for (const file of await lockFiles(folder)) {
    if (!file.startsWith(prefix) || file === own || !/^[0-9]+\./.test(file.slice(prefix.length))) continue;
    const path = join(folder, file);
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) continue;
    const holder = parseHolder(text);
    // Cut short by a full disk or a power failure: a name that no living process here owns, or someone should look.
    if (holder === 'unreadable') return holder;
    if ((await isProcessAlive(holder.process)) !== false) return holder;
    await rm(path, { force: true });
  }
  return null;
}

function parseHolder(text: string): LockHolder | 'unreadable' {
  try {
    const value = JSON.parse(text) as LockHolder;
    return typeof value.process?.pid === 'number' ? value : 'unreadable';
  } catch {
    // Not JSON: the caller names the file to the user.
    return 'unreadable';
  }
}

async function lockFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.lock') && !name.startsWith('.')).sort();
}

/** `%` and other signs of names are escaped, and `.` too, so that a name ends where its pid begins. */
function lockPrefix(name: string): string {
  return `${encodeURIComponent(name).replace(/[.*'()!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}.`;
}

function sameProcess(a: ProcessIdentity, b: ProcessIdentity): boolean {
  return a.pid === b.pid && a.host === b.host && a.start === b.start;
}

function lockedStop(request: LockRequest, holder: LockHolder | 'unreadable', folder: string): RunStop {
  const what =
    request.name === 'commit' ? 'The project is being committed to' : `The lock \`${request.name}\` is held`;
  if (holder === 'unreadable') {
    return new RunStop(
      'failed',
      'locked',
      `${what}, by a lock file that cannot be read; when no run is going on, remove \`${join(folder, lockPrefix(request.name))}*.lock\` and run again.`,
    );
  }
  const { pid, host } = holder.process;
  return new RunStop(
    'failed',
    'locked',
    `${what} by run \`${holder.runId}\` (\`${holder.command}\`, process ${pid} on ${host}, since ${holder.since}); wait for it to end, or cancel it, then run again.`,
  );
}
