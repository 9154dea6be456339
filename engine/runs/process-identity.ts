import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname, platform } from 'node:os';
import { promisify } from 'node:util';

/**
 * Names one process for good: a pid alone is given to another process later. `start` is opaque text, comparable only
 * by `isProcessAlive`: clock ticks since boot with the boot's id on Linux, milliseconds of the epoch elsewhere.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  readonly start: string;
}

/** `ps` tells whole seconds, and our own start is derived from an uptime. */
const toleranceMs = 2500;
const run = promisify(execFile);

/** Identity of the process this runs in. */
export function ownIdentity(): ProcessIdentity {
  const start =
    platform() === 'linux'
      ? linuxStart(
          readFileSync('/proc/self/stat', 'utf8'),
          readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'),
        )
      : String(Math.round(Date.now() - process.uptime() * 1000));
  return { pid: process.pid, host: hostname(), start };
}

/** Whether that process still runs; `unknown` when it is on another host, or the system does not tell. */
export async function isProcessAlive(identity: ProcessIdentity): Promise<boolean | 'unknown'> {
  if (identity.host !== hostname()) return 'unknown';
  if (!hasPid(identity.pid)) return false;
  const start = await startOf(identity.pid);
  if (start === null) return hasPid(identity.pid) ? 'unknown' : false;
  if (platform() === 'linux') return start === identity.start;
  return Math.abs(Number(start) - Number(identity.start)) <= toleranceMs;
}

function hasPid(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startOf(pid: number): Promise<string | null> {
  try {
    if (platform() === 'linux') {
      const [stat, boot] = await Promise.all([
        readFile(`/proc/${pid}/stat`, 'utf8'),
        readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      ]);
      return linuxStart(stat, boot);
    }
    const { stdout } = await (platform() === 'win32'
      ? run('powershell.exe', [
          '-NoProfile',
          '-Command',
          `([DateTimeOffset](Get-Process -Id ${pid}).StartTime).ToUnixTimeMilliseconds()`,
        ])
      : run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } }));
    const started = platform() === 'win32' ? Number(stdout.trim()) : Date.parse(stdout.trim());
    return Number.isFinite(started) ? String(started) : null;
  } catch {
    // The process went away between the two questions, or the system has no such tool: not known.
    return null;
  }
}

/** Field 22 of `/proc/<pid>/stat`, counted after the command's closing parenthesis (proc(5)). */
function linuxStart(stat: string, bootId: string): string {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return `${bootId.trim()}:${fields[19] ?? ''}`;
}
