import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command line; `npm test` and `npm run conformance` build it first. */
const commandLine = fileURLToPath(new URL('../../dist/cli/pistevo.js', import.meta.url));

/** Runs a command in a project and answers what it wrote on stdout. @throws when it ends with another code than 0. */
export async function runPistevo(root: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [commandLine, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new Error(`pistevo ${args[0]} ended with ${code}:\n${written.err}\n${written.out}`.slice(0, 4000));
  return written.out;
}
