// Writes docs/schemas/<name>.schema.json from core/contracts/schemas; with --check only compares, and fails on a difference.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './deps.mjs';

ensureDependencies();
const { build } = await import('esbuild');
const bundle = await build({
  entryPoints: [join(root, 'core/contracts/schemas/all.ts')],
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { allSchemas } = await import(`data:text/javascript;base64,${code}`);

const folder = join(root, 'docs/schemas');
const isCheck = process.argv.includes('--check');
const wanted = new Map(
  Object.entries(allSchemas).map(([name, schema]) => [
    `${name}.schema.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]),
);
mkdirSync(folder, { recursive: true });
const present = readdirSync(folder).filter((file) => file.endsWith('.schema.json'));
const stale = present.filter((file) => !wanted.has(file));
const different = [...wanted].filter(([file, text]) => {
  const path = join(folder, file);
  return !existsSync(path) || readFileSync(path, 'utf8').replaceAll('\r\n', '\n') !== text;
});
if (isCheck) {
  for (const file of [...stale, ...different.map(([name]) => name)]) {
    console.error(`docs/schemas/${file} is not what core/contracts/schemas says: run npm run schemas`);
  }
  process.exitCode = stale.length + different.length > 0 ? 1 : 0;
} else {
  for (const file of stale) rmSync(join(folder, file));
  for (const [file, text] of different) writeFileSync(join(folder, file), text);
  console.log(`${different.length + stale.length} of ${wanted.size} schemas changed`);
}
