// `npm start`: the example project, ingested for real on a copy under .pistevo/demo/. The work tree stays as it is.
//   npm start              lays the first delivery (once) and runs everything
//   npm start -- --next    lays the next delivery and runs
//   npm start -- --reset   throws the copy away and begins again
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureDependencies, root, run } from './deps.mjs';
import { deliveriesFolder, layDelivery, layExample } from './lay-example.mjs';

const demo = join(root, '.pistevo/demo');
const diary = join(demo, '.pistevo/deliveries.json');
const commandLine = join(root, 'dist/cli/pistevo.js');

/** Latest change of any source file under the given folders, in milliseconds since 1970. */
function newest(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, folder, file)),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function isBuildStale() {
  if (!existsSync(commandLine)) return true;
  const built = statSync(commandLine).mtimeMs;
  return (
    built < newest(['core', 'engine', 'cli']) || built < statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

/** Names of the deliveries that the copy has been given so far. */
function laidDeliveries() {
  return existsSync(diary) ? JSON.parse(readFileSync(diary, 'utf8')) : [];
}

/** Puts a delivery's files where the sources of the copy are. Written down last: an interrupted copy is laid again. */
function layNext(name, laid) {
  layDelivery(demo, name);
  mkdirSync(join(demo, '.pistevo'), { recursive: true });
  writeFileSync(diary, JSON.stringify([...laid, name]));
  console.log(`Delivery ${name} is in ${join('.pistevo', 'demo', 'source')}.`);
}

function pistevo(...args) {
  return run(process.execPath, [commandLine, ...args], { cwd: demo });
}

const { values: wants } = parseArgs({
  options: { next: { type: 'boolean', default: false }, reset: { type: 'boolean', default: false } },
});
ensureDependencies();
if (isBuildStale()) {
  console.log('Building the command line …');
  await build();
}
if (wants.reset) rmSync(demo, { recursive: true, force: true });

const names = readdirSync(deliveriesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const laid = laidDeliveries();
const due = names[laid.length];
if (laid.length === 0) layExample(demo);
const isLaying = due !== undefined && (laid.length === 0 || wants.next);
if (isLaying) layNext(due, laid);
else if (wants.next) console.log('Every sample delivery has been laid; `npm start -- --reset` begins again.');
else console.log('Nothing new was delivered since the last time: watch that nothing is ingested twice.');

console.log(`\n$ pistevo run --all        (in ${join('.pistevo', 'demo')})\n`);
const code = pistevo('run', '--all');
if (isLaying) pistevo('report', 'claim', '--format', 'html', '--output', 'report.html');

const following = names[laidDeliveries().length];
console.log(`
The tables are in .pistevo/demo/target/, the originals in .pistevo/demo/archive/, the report of the claims as a page in
.pistevo/demo/report.html. Look around:
  cd .pistevo/demo
  npx pistevo preview claim                                rows of a table
  npx pistevo preview claim --quarantine                   what was set aside
  npx pistevo history                                      every run so far
  npx pistevo plan claim                                   what a run does, and which line of YAML asked for it`);
if (following !== undefined)
  console.log(`\nNext: \`npm start -- --next\` delivers ${following} (updates, late and double records).`);
process.exitCode = code;
