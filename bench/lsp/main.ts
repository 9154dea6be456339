// `npm run bench:lsp -- [--sizes example,50x60,500x60] [--no-peer] [--write]`: prints times and ratios, never verdicts.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { describeMeasures, type MeasuredSize } from './describe-measures.ts';
import { type Measured, measureServer } from './measure-server.ts';
import { type BenchProject, projectTexts } from './project-texts.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'example,50x60,500x60' },
    keystrokes: { type: 'string', default: '200' },
    peer: { type: 'boolean', default: true },
    write: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const repository = join(import.meta.dirname, '../..');
const ours = join(repository, 'dist/server/server.cjs');
const peer = join(repository, '.cache/lsp-peer/node_modules/yaml-language-server/bin/yaml-language-server');
const keystrokes = Number(values.keystrokes);
const folder = mkdtempSync(join(tmpdir(), 'pistevo-bench-lsp-'));

function textsOf(size: string): BenchProject {
  if (size !== 'example') {
    const [datasets, columns] = size.split('x').map(Number);
    return projectTexts(datasets ?? 1, columns ?? 1);
  }
  const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
  return { name: 'example', config: read('conf/config.yaml'), schema: read('schema/tables_schema.yaml') };
}

function lay({ config, schema }: BenchProject, root: string): string {
  mkdirSync(join(root, 'conf'), { recursive: true });
  mkdirSync(join(root, 'schema'), { recursive: true });
  writeFileSync(join(root, 'conf/config.yaml'), config);
  const file = join(root, 'schema/tables_schema.yaml');
  writeFileSync(file, schema);
  return file;
}

async function measureOne(server: 'ours' | 'peer', project: BenchProject, count: number): Promise<Measured> {
  const root = join(folder, `${server}-${project.name.replaceAll(/\W+/g, '-')}`);
  const file = lay(project, root);
  const schema = pathToFileURL(join(repository, 'docs/schemas/tables_schema.schema.json')).href;
  // A server may say nothing of a file without a mistake: there is one, so that the first answer can be seen.
  const text = project.schema.replace('type: string', 'type: strong');
  writeFileSync(file, text);
  return measureServer({
    args: [server === 'ours' ? ours : peer, '--stdio'],
    root: pathToFileURL(root).href,
    settings: { yaml: { validate: true, schemas: { [schema]: '*.yaml' }, schemaStore: { enable: false } } },
    uri: pathToFileURL(file).href,
    text,
    keystrokes: count,
  });
}

const results: MeasuredSize[] = [];
const hasPeer = values.peer && existsSync(peer);
for (const size of values.sizes.split(',')) {
  const project = textsOf(size);
  const own = await measureOne('ours', project, keystrokes);
  const other = hasPeer ? await measureOne('peer', project, size === '500x60' ? 8 : 20) : null;
  results.push({ name: project.name, kilobytes: project.schema.length / 1024, ours: own, peer: other });
  console.error(`${project.name} done`);
}
rmSync(folder, { recursive: true });
const head = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`;
const text = `${head}\n\n${describeMeasures(results)}`;
console.log(text);
if (values.write) {
  mkdirSync(join(repository, 'bench/results'), { recursive: true });
  writeFileSync(join(repository, 'bench/results/lsp.md'), `# Language server\n\n${text}\n`);
}
