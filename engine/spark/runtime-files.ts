import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ZipEntry } from './zip-files.ts';

const packageName = 'pistevo_runtime';
export const mainScript = 'ingest_dataset.py';
/** The scripts that `spark-submit` is given, by the names that projects know. */
export const scriptNames = [mainScript, 'process.py', 'utils.py'] as const;

/** The folder of the Spark scripts in this installation: `scripts/` in the nearest folder upwards that has them. Throws when there is none. */
export function scriptsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'scripts', packageName))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error('This installation has no `scripts` folder for Spark: install Pistevo again.');
    }
    folder = parent;
  }
  return join(folder, 'scripts');
}

/** The modules that carry out a plan, as they go into a release. */
export function runtimeFiles(scripts: string): readonly ZipEntry[] {
  return readdirSync(join(scripts, packageName), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => ({
      name: `${packageName}/${name.split(sep).join('/')}`,
      content: readFileSync(join(scripts, packageName, name)),
    }));
}
