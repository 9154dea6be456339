// `npm run bench:editor -- [--rounds 5] [--write]`: what the extension weighs, and what its activation takes in a real editor.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuites } from '../../test/editor/driver/bundle-suites.ts';
import { openCodeServer } from '../../test/editor/driver/open-code-server.ts';
import { openDesktop } from '../../test/editor/driver/open-desktop.ts';
import {
  layHarnessExtension,
  packageOnce,
  prepareSpace,
  repository,
} from '../../test/editor/driver/space.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } },
});
const executable = process.env['VSCODE_EXE'];
const space = prepareSpace();
const packages = packageOnce(space);
const sizeOf = (file: string): number => statSync(file).size;
const bundle = (file: string): number => sizeOf(join(repository, 'dist', file));

const [full, universal] = [await packages('package'), await packages('universal')];
const client = bundle('client/extension.cjs') + bundle('client/language-client.cjs');
const rows: (readonly [what: string, measured: string, goal: string])[] = [
  ['package without the engine', kilobytes(sizeOf(universal)), 'at most 3,000 kB'],
  ['package with the engine', kilobytes(sizeOf(full)), ''],
  ['client, loaded at activation', kilobytes(bundle('client/extension.cjs')), ''],
  ['language client, loaded after it', kilobytes(bundle('client/language-client.cjs')), ''],
  ['both together', kilobytes(client), 'at most 200 kB'],
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
  for (const [what, unit] of [
    ['activation', 'elapsedMs'],
    ['activation, processor time', 'cpuMs'],
  ] as const) {
    const all = times.map((time) => time[unit]);
    const middle = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
    const each = all.map((time) => time.toFixed(0)).join(', ');
    rows.push([`${what}, median of ${each}`, `${middle.toFixed(0)} ms`, 'under 100 ms']);
  }
}
rmSync(space, { recursive: true, force: true });

for (const [what, measured, goal] of rows)
  console.log(`${what.padEnd(44)}${measured.padStart(12)}   ${goal}`);
if (values.write) {
  const table = rows.map(([what, measured, goal]) => `| ${what} | ${measured} | ${goal} |\n`).join('');
  const text = `# The extension

\`npm run bench:editor\` on ${cpus().length} cores, Node v${process.versions.node}, in ${executable === undefined ? 'code-server, which is not a desktop' : 'a desktop VS Code'}.
Activation is of the installed package in an empty folder, up to the last line of \`activate\`; each window is a new one. One kB is 1,000 bytes.

| | measured | goal |
|---|---|---|
${table}
The language client was 438 kB as its packages are published. What is left of it is the library's own client (its connection, its
documents, its conversions of twenty features), which has no parts that could be left out: [how](../../docs/decisions/0015-the-language-client-in-parts.md).
`;
  mkdirSync(join(repository, 'bench/results'), { recursive: true });
  writeFileSync(join(repository, 'bench/results/editor.md'), text);
}

interface Activation {
  readonly elapsedMs: number;
  /** Of all threads of the extension host. */
  readonly cpuMs: number;
}

/** Milliseconds of each of some windows on an empty folder. */
async function activations(
  rounds: number,
  editor: Exclude<typeof host, { readonly hindrance: string }>,
): Promise<readonly Activation[]> {
  const suites = await bundleSuites(space);
  const results = join(space, 'results.json');
  const folder = join(space, 'empty');
  mkdirSync(folder);
  const developmentPath = layHarnessExtension(space);
  const times: Activation[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const options = { name: 'bench', isTrusting: true, vsix: full, results };
    const trouble = await editor.run(options, { folder, developmentPath, testsPath: suites.activation });
    if (trouble !== null) throw new Error(trouble);
    times.push(JSON.parse(readFileSync(`${results}.activation`, 'utf8')) as Activation);
    rmSync(`${results}.activation`);
  }
  return times;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;
}
