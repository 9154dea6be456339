// Bundles every file of core for a browser: an import of Node or of another room fails here.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './deps.mjs';

const files = readdirSync(join(root, 'core'), { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(root, 'core', file));
await build({
  entryPoints: files,
  outdir: join(root, '.tsbuild/browser'),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  write: false,
  logLevel: 'error',
});
