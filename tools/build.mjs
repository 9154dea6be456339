// Bundles the command line: `npm run build`, or `--watch` to keep it fresh.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './deps.mjs';

/** Options of the command line's bundle: split ESM, so that a command loads only what it uses. */
export const cliBundle = {
  entryPoints: { pistevo: join(root, 'cli/pistevo.ts') },
  outdir: join(root, 'dist/cli'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  external: ['@duckdb/node-api'],
  // Bundled CommonJS packages call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

export async function build() {
  ensureDependencies();
  const esbuild = await import('esbuild');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await esbuild.build(cliBundle);
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--watch')) {
    ensureDependencies();
    const esbuild = await import('esbuild');
    const context = await esbuild.context({ ...cliBundle, logLevel: 'info' });
    await context.watch();
  } else {
    await build();
  }
}
