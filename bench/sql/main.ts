// `npm run bench:sql -- [--write]`: our parser of Spark SQL beside others, in one run. Prints times and ratios, never verdicts.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Described, describeParsers } from './describe.ts';
import { bundle, measure } from './measure.ts';
import { ensurePeers, type Peer, peers } from './peers.ts';
import { queries } from './queries.ts';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const repository = join(import.meta.dirname, '../..');
const modules = ensurePeers(repository);
const folder = mkdtempSync(join(tmpdir(), 'pistevo-bench-sql-'));
try {
  const texts = join(folder, 'queries.json');
  writeFileSync(texts, JSON.stringify(queries));
  const own = join(folder, 'ours.mjs');
  const ownBytes = await bundle(join(repository, 'core/syntax/sql/parse-script.ts'), own);
  const described: Described[] = [
    { name: 'ours', bundleBytes: ownBytes, measured: measure('ours', own, texts) },
  ];
  for (const name of Object.keys(peers) as Peer[]) {
    if (values.only !== undefined && !name.includes(values.only)) continue;
    const entry = join(modules, peers[name].entry);
    const bundled = join(folder, `${name.replaceAll(/\W/g, '-')}.mjs`);
    const bytes = await bundle(entry, bundled);
    // One of them finds its WebAssembly beside itself, so it is run where it is installed.
    const isWasm = name === '@polyglot-sql/sdk';
    described.push({
      name: `${name} ${peers[name].version}`,
      bundleBytes: bytes + (isWasm ? wasmBytes() : 0),
      measured: measure(name, isWasm ? entry : bundled, texts),
    });
    console.error(`${name} done`);
  }
  const head = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`;
  const text = `${head}\n\n${describeParsers(described, queries)}`;
  console.log(text);
  if (values.write)
    writeFileSync(join(repository, 'bench/results/sql.md'), `# Parsing Spark SQL\n\n${text}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The peer's code is in a file beside its JavaScript. */
function wasmBytes(): number {
  return statSync(join(modules, '@polyglot-sql/sdk/dist/polyglot_sql.wasm')).size;
}
