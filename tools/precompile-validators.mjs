// Compiles the JSON Schemas of project files when bundles are built, so that no process spends a tenth of a second on it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './deps.mjs';

const folder = join(root, '.tsbuild/validators');

/** Loads what the compilation needs from the TypeScript sources. */
async function loadSchemas() {
  const { build } = await import('esbuild');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `schemas-${process.pid}.mjs`);
  const contents = [
    "export { configSchema } from './core/contracts/schemas/config.ts';",
    "export { tablesSchema } from './core/contracts/schemas/tables-schema.ts';",
    "export { tableReference, validatorOptions } from './core/model/validators.ts';",
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'warning',
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

/** `core/model/validators.ts` as a module that holds the compiled functions. */
async function compile() {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: standalone } = await import('ajv/dist/standalone/index.js');
  const { configSchema, tablesSchema, tableReference, validatorOptions } = await loadSchemas();
  const schemas = [configSchema, tablesSchema, tableReference];
  const ajv = new Ajv2020({ ...validatorOptions, schemas, code: { source: true, esm: true, lines: true } });
  const names = { config: configSchema.$id, tables: tablesSchema.$id, table: tableReference.$id };
  const code = (standalone.default ?? standalone)(ajv, names);
  return `${code}\nexport function createValidators() { return { config, tables, table }; }\n`;
}

/** esbuild plugin that puts the compiled functions in the place of the compiler. */
export const precompileValidators = {
  name: 'precompile-validators',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]model[\\/]validators\.ts$/ }, async () => ({
      contents: await compile(),
      loader: 'js',
      resolveDir: join(root, 'core/model'),
    }));
  },
};
