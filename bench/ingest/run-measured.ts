import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Measured {
  readonly seconds: number;
  /** Greatest sum of resident memory over the process and its descendants, sampled; null where /proc is missing. */
  readonly peakBytes: number | null;
  /** User and system time of the process and its descendants, as last sampled; null where /proc is missing. */
  readonly cpuSeconds: number | null;
  readonly lines: readonly { readonly afterSeconds: number; readonly text: string }[];
}

interface Usage {
  readonly parent: number;
  readonly bytes: number;
  readonly cpuSeconds: number;
}

/** Clock ticks a second, everywhere that Node runs on Linux (time(7), USER_HZ). */
const ticks = 100;

/** What every process uses, and its parent. */
function usages(): Map<number, Usage> {
  const found = new Map<number, Usage>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = readProc(name, 'status');
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
    if (parent === undefined) continue;
    const stat = readProc(name, 'stat');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const spent = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    found.set(Number(name), {
      parent: Number(parent),
      bytes: Number(kilobytes ?? 0) * 1024,
      cpuSeconds: spent / ticks,
    });
  }
  return found;
}

/** A process may end between being listed and being read. */
function readProc(pid: string, file: 'status' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

function usageOf(root: number): { bytes: number; cpuSeconds: number } {
  const all = usages();
  const total = { bytes: 0, cpuSeconds: 0 };
  for (const [pid, { bytes, cpuSeconds }] of all) {
    let ancestor: number | undefined = pid;
    while (ancestor !== undefined && ancestor !== root && ancestor > 1) ancestor = all.get(ancestor)?.parent;
    if (ancestor !== root) continue;
    total.bytes += bytes;
    total.cpuSeconds += cpuSeconds;
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
  let cpuSeconds: number | null = null;
  const sampler = setInterval(() => {
    if (process.platform !== 'linux' || child.pid === undefined) return;
    const usage = usageOf(child.pid);
    peakBytes = Math.max(peakBytes ?? 0, usage.bytes);
    cpuSeconds = Math.max(cpuSeconds ?? 0, usage.cpuSeconds);
  }, 50);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(sampler);
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors.slice(-2000)}`);
  return { seconds, peakBytes, cpuSeconds, lines };
}
