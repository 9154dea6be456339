import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const names = [
  'project',
  'untrusted',
  'leave',
  'return',
  'first-walk',
  'without-engine',
  'screens',
  'activation',
  'hostile',
] as const;
export type SuiteName = (typeof names)[number];

/** Bundles each suite into a file that the extension host can load. */
export async function bundleSuites(space: string): Promise<Readonly<Record<SuiteName, string>>> {
  const outdir = join(space, 'suites');
  const folder = join(import.meta.dirname, '../suites');
  await build({
    entryPoints: names.map((name) => join(folder, `${name}.ts`)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const written = new Set(readdirSync(outdir));
  const entries = names.map((name) => {
    if (!written.has(`${name}.cjs`)) throw new Error(`suite ${name} was not bundled`);
    return [name, join(outdir, `${name}.cjs`)];
  });
  return Object.fromEntries(entries) as Readonly<Record<SuiteName, string>>;
}
