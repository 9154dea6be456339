import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { arch, platform, release } from 'node:os';
import { dirname, join } from 'node:path';
import type { Project } from '../../core/model/project.ts';
import { formatAmount, formatBytes } from '../../core/report/amounts.ts';
import { type Location, resolveLocation } from '../../engine/files/resolve-location.ts';
import { isMissingEngine, noEngineText } from '../../engine/local/engine-error.ts';
import { locksFolder } from '../../engine/local/local-paths.ts';
import { heldLocks } from '../../engine/local/lock.ts';
import { listRuns } from '../../engine/runs/list-runs.ts';
import { sweepRuns } from '../../engine/runs/sweep-runs.ts';
import type { OpenedProject } from '../project/open-project.ts';
import type { CommandContext } from '../terminal/context.ts';

/** One line of the doctor's answer; the text of what is not `ok` says what to do. */
export interface Symptom {
  readonly state: 'ok' | 'warning' | 'problem';
  readonly name: string;
  readonly text: string;
}

/** Staging, the target's new rows and the archive copy: about three times what was delivered. */
const roomPerByte = 3;

export function node(): Symptom {
  const system = `Node ${process.versions.node} on ${platform()} ${arch()} ${release()}`;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < 20 || (major === 20 && minor < 19);
  return isOld
    ? { state: 'problem', name: 'node', text: `${system} is too old; install Node 20.19 or later.` }
    : { state: 'ok', name: 'node', text: system };
}

/** Loads the database engine, whose native part is made for one platform. */
export async function engine(): Promise<Symptom> {
  try {
    const { version } = await import('../../engine/local/duckdb.ts');
    return { state: 'ok', name: 'engine', text: `local, DuckDB ${version()}` };
  } catch (error) {
    const reason = (error as Error).message.split('\n', 1)[0] ?? '';
    const text = isMissingEngine(error)
      ? noEngineText
      : `DuckDB cannot be loaded (${reason}); install Pistevo again on this machine.`;
    return { state: 'problem', name: 'engine', text };
  }
}

/** Whether each source can be read and emptied, and the target and archive written. */
export async function folders({ root, project }: OpenedProject): Promise<readonly Symptom[]> {
  const symptoms: Symptom[] = [];
  for (const { name, source } of project.datasets) {
    if (source !== null) symptoms.push(await sourceFolder(root, name, source.path));
  }
  for (const [name, path] of [
    ['target', project.settings.targetPath],
    ['archive', project.settings.archivePath],
  ] as const) {
    symptoms.push(await writableFolder(root, name, path));
  }
  return symptoms;
}

async function sourceFolder(root: string, dataset: string, path: string): Promise<Symptom> {
  const name = 'source';
  const label = `${dataset}: ${path}`;
  const location = await resolveLocation(root, path);
  if (location.kind !== 'local') return notLocal(name, label, location);
  try {
    const files = await readdir(location.path);
    await access(location.path, constants.R_OK | constants.W_OK | constants.X_OK);
    const visible = files.filter((file) => !file.startsWith('.')).length;
    return { state: 'ok', name, text: `${label} holds ${formatAmount(visible, 'entry', 'entries')}` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      const text = `${label} does not exist yet; create it, or mend \`sources.${dataset}.path\`.`;
      return { state: 'warning', name, text };
    }
    const text = `${label} cannot be read and emptied (${code}); give this user the rights.`;
    return { state: 'problem', name, text };
  }
}

function notLocal(name: string, label: string, location: Exclude<Location, { kind: 'local' }>): Symptom {
  if (location.kind === 'outside') return { state: 'problem', name, text: location.message };
  const text = `${label} is not on this machine; the local engine needs an environment whose paths are folders.`;
  return { state: 'warning', name, text };
}

async function writableFolder(root: string, name: string, path: string): Promise<Symptom> {
  const location = await resolveLocation(root, path);
  if (location.kind !== 'local') return notLocal(name, path, location);
  const existing = await nearestExisting(location.path);
  try {
    await access(existing, constants.W_OK | constants.X_OK);
    return { state: 'ok', name, text: existing === location.path ? path : `${path} (made by the first run)` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const text = `${existing} cannot be written (${code}); give this user the rights, or mend \`${name}_path\`.`;
    return { state: 'problem', name, text };
  }
}

async function nearestExisting(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const there = await stat(at).catch(() => null);
    if (there !== null || at === dirname(at)) return at;
  }
}

/** The key of `hash` masks must be there before a run. */
export function secrets(project: Project, context: CommandContext): readonly Symptom[] {
  const hashed = project.datasets.filter(({ table }) => table?.columns.some(({ mask }) => mask === 'hash'));
  if (hashed.length === 0) return [];
  const isSet = (context.environment['PISTEVO_MASK_KEY'] ?? '') !== '';
  const names = hashed.map(({ name }) => name).join(', ');
  return [
    isSet
      ? { state: 'ok', name: 'mask key', text: `PISTEVO_MASK_KEY is set, for ${names}` }
      : {
          state: 'problem',
          name: 'mask key',
          text: `${names} mask by hash; set PISTEVO_MASK_KEY in the environment, the same for every run.`,
        },
  ];
}

export async function locks(root: string): Promise<readonly Symptom[]> {
  const held = await heldLocks(locksFolder(root));
  if (held.length === 0) return [{ state: 'ok', name: 'locks', text: 'none is held' }];
  return held.map(({ name, holder }) => {
    if (holder === 'unreadable') {
      return {
        state: 'warning',
        name: 'locks',
        text: `\`${name}\` is held by a file that cannot be read; when no run is going on, remove it from .pistevo/locks.`,
      };
    }
    const { pid, host } = holder.process;
    return {
      state: 'warning',
      name: 'locks',
      text: `\`${name}\` is held by run ${holder.runId} (process ${pid} on ${host}, since ${holder.since}); wait for it, or end that process.`,
    };
  });
}

export async function runs(root: string, now: Date): Promise<readonly Symptom[]> {
  const swept = await sweepRuns(root, now);
  const all = listRuns(root);
  const going = all.filter(({ status }) => status === 'running').length;
  const text = `${formatAmount(all.length, 'run is', 'runs are')} kept, ${going} going on`;
  const interrupted = swept.map(
    ({ runId, reason }): Symptom => ({
      state: 'warning',
      name: 'runs',
      text: `${runId}: ${reason ?? 'ended early'}`,
    }),
  );
  return [{ state: 'ok', name: 'runs', text }, ...interrupted];
}

export async function disk({ root, project }: OpenedProject): Promise<readonly Symptom[]> {
  const target = await resolveLocation(root, project.settings.targetPath);
  const { bavail, bsize } = await statfs(await nearestExisting(target.kind === 'local' ? target.path : root));
  const free = bavail * bsize;
  let waiting = 0;
  for (const { source } of project.datasets) waiting += source === null ? 0 : await sizeOf(root, source.path);
  const text = `${formatBytes(free)} free, ${formatBytes(waiting)} waiting in the sources`;
  if (free >= waiting * roomPerByte) return [{ state: 'ok', name: 'disk', text }];
  const advice = `make room: a run needs about ${roomPerByte} times what waits`;
  return [{ state: 'warning', name: 'disk', text: `${text}; ${advice}.` }];
}

/** Bytes of the files of a folder, without its subfolders; what cannot be read counts nothing, `folders` tells it. */
async function sizeOf(root: string, path: string): Promise<number> {
  const location = await resolveLocation(root, path);
  if (location.kind !== 'local') return 0;
  const entries = await readdir(location.path, { withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(location.path, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
