// Bundles the command line, the language server, the extension and its pages: `npm run build`, or `--watch` to keep it fresh.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './deps.mjs';
import { inlineTokenCodes } from './inline-token-codes.mjs';
import { shakeLanguageClient } from './package/shake-language-client.mjs';
import { precompileValidators } from './precompile-validators.mjs';

/** Keeps what is imported when it is needed in a file of its own, in bundles of CommonJS. */
function apart(name) {
  return {
    name: `${name}-apart`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${name}.cjs`, external: true } : null,
      );
    },
  };
}

/** Options of the command line's bundle: split ESM, so that a command loads only what it uses. */
export const cliBundle = {
  entryPoints: { pistevo: join(root, 'cli/pistevo.ts') },
  outdir: join(root, 'dist/cli'),
  bundle: true,
  // Less to parse at every start; names stay, for a trace that somebody sends us.
  minifyWhitespace: true,
  minifySyntax: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  plugins: [precompileValidators, inlineTokenCodes],
  // Its JavaScript is carried along: Node would scan each of its files for exports, a quarter of the time to the first row.
  external: ['@duckdb/node-bindings'],
  // Bundled CommonJS packages call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

/**
 * The language server as the editor starts it: one file, because an editor's package ships files and not a tree, and beside it the formatter
 * of SQL, which is loaded when it is first asked for.
 */
export const serverBundle = {
  entryPoints: {
    server: join(root, 'cli/lsp/main.ts'),
    'format-statement': join(root, 'core/features/format-sql/format-statement.ts'),
  },
  outdir: join(root, 'dist/server'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  external: ['@duckdb/node-api'],
  supported: { 'dynamic-import': false },
  plugins: [precompileValidators, inlineTokenCodes, apart('format-statement')],
  define: { 'import.meta.url': '__moduleUrl' },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
};

/**
 * The extension: what runs at activation, and the language client in a file of its own beside it, which is twice as large and
 * is loaded only once a server is to be started.
 */
export const clientBundle = {
  entryPoints: {
    extension: join(root, 'client/extension.ts'),
    'language-client': join(root, 'client/language/language-client.ts'),
  },
  outdir: join(root, 'dist/client'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  external: ['vscode'],
  // `import()` becomes a call of `require`, which is the one that the editor answers for `vscode`.
  supported: { 'dynamic-import': false },
  plugins: [shakeLanguageClient, apart('language-client')],
  logLevel: 'warning',
};

/** The pages that the extension shows: a script and a style sheet each, for the browser inside the editor. */
export const webviewBundle = {
  entryPoints: ['report.ts', 'report.css', 'preview.ts', 'preview.css'].map((file) =>
    join(root, 'webview', file),
  ),
  outdir: join(root, 'dist/webview'),
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'chrome128',
  logLevel: 'warning',
};

const bundles = [cliBundle, serverBundle, clientBundle, webviewBundle];

export async function build() {
  ensureDependencies();
  const esbuild = await import('esbuild');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--watch')) {
    ensureDependencies();
    const esbuild = await import('esbuild');
    for (const bundle of bundles) {
      const context = await esbuild.context({ ...bundle, logLevel: 'info' });
      await context.watch();
    }
  } else {
    await build();
  }
}
