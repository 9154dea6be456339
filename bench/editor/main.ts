// `npm run bench:editor -- [--rounds 5]`: what the extension weighs, and what its activation takes in a real editor.
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuites } from '../../test/editor/driver/bundle-suites.ts';
import { openCodeServer } from '../../test/editor/driver/open-code-server.ts';
import { openDesktop } from '../../test/editor/driver/open-desktop.ts';
import { layHarnessExtension, packageOnce, prepareSpace, repository } from '../../test/editor/driver/space.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const executable = process.env['VSCODE_EXE'];
const space = prepareSpace();
const packages = packageOnce(space);
const sizeOf = (file: string): number => statSync(file).size;
const bundle = (file: string): number => sizeOf(join(repository, 'dist', file));

const [full, universal] = [await packages('package'), await packages('universal')];
const rows: (readonly [string, string, string])[] = [
  ['package without the engine', kilobytes(sizeOf(universal)), 'at most 3,000 kB'],
  ['package with the engine', kilobytes(sizeOf(full)), ''],
  ['what activation loads', kilobytes(bundle('client/extension.cjs')), 'at most 200 kB'],
  ['language client, loaded after it', kilobytes(bundle('client/language-client.cjs')), ''],
  ['language server', kilobytes(bundle('server/server.cjs')), ''],
  ['report page', kilobytes(bundle('webview/report.js') + bundle('webview/report.css')), ''],
  ['grid page', kilobytes(bundle('webview/preview.js') + bundle('webview/preview.css')), ''],
];

const host = executable === undefined ? openCodeServer(space) : openDesktop(space, executable);
if ('hindrance' in host) {
  console.log(`not measured: activation; ${host.hindrance}`);
  process.exitCode = 1;
} else {
  const times = await activations(Number(values.rounds), host);
  await host.close();
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  const all = times.map((time) => time.toFixed(0)).join(', ');
  rows.push(['activation, median', `${middle.toFixed(0)} ms`, `under 100 ms (${all})`]);
}
rmSync(space, { recursive: true, force: true });

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`,
);
for (const [what, measured, goal] of rows)
  console.log(`${what.padEnd(34)}${measured.padStart(12)}   ${goal}`);

/** Milliseconds of each of some windows on an empty folder. */
async function activations(
  rounds: number,
  editor: Exclude<typeof host, { readonly hindrance: string }>,
): Promise<readonly number[]> {
  const suites = await bundleSuites(space);
  const results = join(space, 'results.json');
  const folder = join(space, 'empty');
  mkdirSync(folder);
  const developmentPath = layHarnessExtension(space);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const options = { name: 'bench', isTrusting: true, vsix: full, results };
    const trouble = await editor.run(options, { folder, developmentPath, testsPath: suites.activation });
    if (trouble !== null) throw new Error(trouble);
    times.push(Number(readFileSync(`${results}.activation`, 'utf8')));
    rmSync(`${results}.activation`);
  }
  return times;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;
}
