// Bundles every file of core and server for a browser: an import of Node or of another room fails here.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './deps.mjs';

const files = ['core', 'server'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, room, file)),
);
await build({
  entryPoints: files,
  outdir: join(root, '.tsbuild/browser'),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  write: false,
  logLevel: 'error',
});
