import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../../.cache/bench');
const polars = 'polars==2.1.0';

/** Python of a throw-away environment with polars in it; null, with the reason printed, when it cannot be made here. */
export function polarsPython(): string | null {
  const python = join(cache, 'venv/bin/python');
  if (existsSync(python) && spawnSync(python, ['-c', 'import polars']).status === 0) return python;
  mkdirSync(cache, { recursive: true });
  const made = spawnSync('python3', ['-m', 'venv', join(cache, 'venv')]);
  const installed =
    made.status === 0 && spawnSync(python, ['-m', 'pip', 'install', '--quiet', polars]).status === 0;
  if (!installed)
    console.log('polars is not measured: python3 with venv and its packages is not to be had here.');
  return installed ? python : null;
}
