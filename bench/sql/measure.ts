import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inlineTokenCodes } from '../../tools/inline-token-codes.mjs';

/** What one parser took for each query, in a process of its own. */
export interface Contender {
  /** From the beginning of the import to a parser that can be asked. */
  readonly loadMs: number;
  readonly results: Readonly<
    Record<
      string,
      {
        readonly isUnderstood: boolean;
        readonly coldMs: number;
        /** Of finished texts. */
        readonly warmMs: readonly number[];
        /** Of texts in which a word is missing. */
        readonly typingMs: readonly number[];
      }
    >
  >;
  readonly peakBytes: number;
}

/** Runs a parser; `module` is the file that is imported, `queries` a JSON file of texts by name. */
export function measure(kind: string, module: string, queries: string): Contender {
  const args = [join(import.meta.dirname, 'contender.mjs'), kind, module, queries];
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`${kind} ended with ${done.status}: ${done.stderr.slice(-2000)}`);
  return JSON.parse(done.stdout) as Contender;
}

/** Bundles a module with all that it imports, minified, into `outfile`. Returns its bytes. */
export async function bundle(entry: string, outfile: string): Promise<number> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // As in what is shipped.
    plugins: [inlineTokenCodes],
    logLevel: 'error',
  });
  return statSync(outfile).size;
}
