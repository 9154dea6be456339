import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { callCommand } from '../../cli/call-command.ts';
import type { CommandContext } from '../../cli/terminal/context.ts';
import type { RunEvent } from '../../core/contracts/event.ts';
import { plainPaint } from '../../core/report/paint.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The built command line in a folder of its own, which goes with the process: a copy of `dist` when that is newer than
 * every source, otherwise a fresh bundle. Inside the tree, so that the native package is found.
 */
export async function builtCommandLine(): Promise<string> {
  const outdir = join(home, '.tsbuild', `cli-under-test-${process.pid}`);
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const shipped = join(home, 'dist/cli');
  if (
    existsSync(join(shipped, 'pistevo.js')) &&
    statSync(join(shipped, 'pistevo.js')).mtimeMs > newestSource()
  ) {
    cpSync(shipped, outdir, { recursive: true });
  } else {
    const { cliBundle } = (await import(pathToFileURL(join(home, 'tools/build.mjs')).href)) as {
      cliBundle: BuildOptions;
    };
    await build({ ...cliBundle, outdir });
  }
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

/** The same call inside this process, without colours: a tenth of the time, and all but what a process alone can show. */
export async function call(
  folder: string,
  args: readonly string[],
  options: Pick<CallOptions, 'env'> = {},
): Promise<Answer> {
  let out = '';
  let err = '';
  const context: CommandContext = {
    print: (text) => {
      out += text.endsWith('\n') ? text : `${text}\n`;
    },
    note: (text) => {
      err += text.endsWith('\n') ? text : `${text}\n`;
    },
    environment: { ...process.env, ...options.env },
    folder,
    paint: plainPaint,
    notePaint: plainPaint,
    isLive: false,
    now: () => new Date(),
  };
  const code = await callCommand(args, context);
  return { code, out, err };
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
