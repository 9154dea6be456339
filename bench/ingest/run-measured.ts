import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Measured {
  readonly seconds: number;
  /** Greatest sum of resident memory over the process and its descendants, sampled; null where /proc is missing. */
  readonly peakBytes: number | null;
  readonly lines: readonly { readonly afterSeconds: number; readonly text: string }[];
}

/** Resident bytes of every process, and its parent. */
function residents(): Map<number, { parent: number; bytes: number }> {
  const found = new Map<number, { parent: number; bytes: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = readStatus(name);
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
    if (parent !== undefined)
      found.set(Number(name), { parent: Number(parent), bytes: Number(kilobytes ?? 0) * 1024 });
  }
  return found;
}

/** A process may end between being listed and being read. */
function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

function residentOf(root: number): number {
  const all = residents();
  let total = 0;
  for (const [pid, { bytes }] of all) {
    let ancestor: number | undefined = pid;
    while (ancestor !== undefined && ancestor !== root && ancestor > 1) ancestor = all.get(ancestor)?.parent;
    if (ancestor === root) total += bytes;
  }
  return total;
}

/**
 * Runs a command to its end, with wall time, peak memory and its lines on stdout with their times.
 * @throws when it ends with another code than 0, with what it wrote on stderr.
 */
export async function runMeasured(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: { afterSeconds: number; text: string }[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push({ afterSeconds: (performance.now() - start) / 1000, text });
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  let peakBytes: number | null = null;
  const sampler = setInterval(() => {
    if (process.platform === 'linux' && child.pid !== undefined)
      peakBytes = Math.max(peakBytes ?? 0, residentOf(child.pid));
  }, 50);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(sampler);
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors.slice(-2000)}`);
  return { seconds, peakBytes, lines };
}
