import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { RunEvent } from '../../core/contracts/event.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** The built command line: `dist` when it is newer than every source, otherwise a bundle of its own for this test file. */
export async function builtCommandLine(): Promise<string> {
  const shipped = join(home, 'dist/cli/pistevo.js');
  if (existsSync(shipped) && statSync(shipped).mtimeMs > newestSource()) return shipped;
  const { cliBundle } = (await import(pathToFileURL(join(home, 'tools/build.mjs')).href)) as {
    cliBundle: BuildOptions;
  };
  // Inside the tree, so that the native package is found.
  const outdir = join(home, '.tsbuild', `cli-under-test-${process.pid}`);
  await build({ ...cliBundle, outdir });
  return join(outdir, 'pistevo.js');
}

function newestSource(): number {
  const files = ['core', 'engine', 'cli'].flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(home, folder, file)),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CallOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Given the child as soon as it runs; its stdin is then a pipe that the test closes. */
  readonly withChild?: (child: ChildProcess) => void;
}

/** Calls the command line in a folder and waits for its end. */
export function caller(commandLine: string) {
  return async (folder: string, args: readonly string[], options: CallOptions = {}): Promise<Answer> => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
    const child = spawn(process.execPath, [commandLine, ...args], {
      cwd: folder,
      env: { ...inherited, ...options.env },
      stdio: [options.withChild === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    options.withChild?.(child);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return { code, out, err };
  };
}

export async function emptyFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'pistevo-cli-')));
}

/** Writes files by path into a folder. */
export async function lay(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

export function eventsOf(out: string): readonly RunEvent[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RunEvent);
}
