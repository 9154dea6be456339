import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtCommandLine } from '../cli/command-line.ts';
import { bundleServer, type LanguageClient, startClient } from './language-client.ts';

let server = '';
let folder = '';
let client: LanguageClient;
const clients: LanguageClient[] = [];

beforeAll(async () => {
  server = await bundleServer('diagnostics');
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pistevo-lsp-'));
});

afterEach(async () => {
  for (const one of clients.splice(0)) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

const smallConfig = 'target_path: out/\nsources:\n  patient:\n    path: in/patient/\n    load: append\n';
const smallSchema = 'tables:\n  patient:\n    columns:\n      id: {type: int}\n';

function writeProject(
  name: string,
  config = smallConfig,
  schema = smallSchema,
): Record<'config' | 'schema', string> {
  const root = join(folder, name);
  mkdirSync(join(root, 'conf'), { recursive: true });
  mkdirSync(join(root, 'schema'), { recursive: true });
  const files = { config: join(root, 'conf/config.yaml'), schema: join(root, 'schema/tables_schema.yaml') };
  writeFileSync(files.config, config);
  writeFileSync(files.schema, schema);
  return files;
}

async function start(...folders: string[]): Promise<void> {
  client = await startClient({ server, folders });
  clients.push(client);
  await client.settled();
}

const codes = (file: string): unknown[] => client.diagnostics(file).map(({ code }) => code);

test('tells of closed files too, with severity, page and place', async () => {
  const { schema } = writeProject('a', smallConfig, smallSchema.replace('int', 'itn'));
  await start(folder);
  const [found] = client.diagnostics(schema);
  expect(found).toMatchObject({
    code: 'invalid-value',
    severity: 1,
    source: 'pistevo',
    range: { start: { line: 3, character: 17 }, end: { line: 3, character: 20 } },
  });
  expect(found?.codeDescription?.href).toMatch(/^file:.*\/docs\/findings\/invalid-value\.md$/);
  expect(client.pushes.at(-1)).not.toHaveProperty('version');
});

test('follows typing character by character, with the version of the text', async () => {
  const { schema } = writeProject('a');
  await start(folder);
  client.open(schema, smallSchema);
  const at = smallSchema.length;
  const line = '      name: {type: string}\n';
  for (const [index, character] of [...line].entries())
    client.edit(schema, at + index, at + index, character);
  await client.settled();
  expect(codes(schema)).toEqual([]);
  client.edit(schema, at + 8, at + 9, 'M');
  const type = client.text(schema).indexOf('string');
  client.edit(schema, type, type + 6, 'strang');
  await client.settled();
  expect(codes(schema)).toEqual(['invalid-value']);
  expect(client.pushes.at(-1)?.version).toBe(client.version(schema));
  client.edit(schema, type, type + 6, 'string');
  await client.settled();
  expect(codes(schema)).toEqual([]);
});

test('pushes nothing for a file whose findings are the same', async () => {
  const { schema } = writeProject('a');
  await start(folder);
  client.open(schema, smallSchema);
  await client.settled();
  const before = client.pushes.length;
  client.edit(schema, smallSchema.length, smallSchema.length, '# a comment\n');
  await client.settled();
  expect(client.pushes.length).toBe(before);
});

test('a mistake in one file is told in the other, which may be closed', async () => {
  const { schema, config } = writeProject('a');
  await start(folder);
  client.open(schema, smallSchema);
  const at = smallSchema.indexOf('patient');
  client.edit(schema, at, at + 7, 'patients');
  await client.settled();
  expect(codes(config)).toEqual(['source-without-table']);
  client.edit(schema, at, at + 8, 'patient');
  await client.settled();
  expect(codes(config)).toEqual([]);
});

test('goes back to the text on disk when a file is closed without being saved', async () => {
  const { schema } = writeProject('a');
  await start(folder);
  client.open(schema, smallSchema);
  client.edit(schema, smallSchema.length, smallSchema.length, '   bad: [');
  await client.settled();
  expect(codes(schema)).not.toEqual([]);
  client.close(schema);
  await client.settled();
  expect(codes(schema)).toEqual([]);
});

test('sees a change outside, and looks by itself when a file is saved', async () => {
  const { schema, config } = writeProject('a');
  await start(folder);
  writeFileSync(schema, smallSchema.replace('int', 'itn'));
  client.changed([schema]);
  await client.settled();
  expect(codes(schema)).toEqual(['invalid-value']);
  writeFileSync(schema, smallSchema);
  client.open(config, smallConfig);
  client.save(config);
  await client.settled();
  expect(codes(schema)).toEqual([]);
});

test('takes findings back when a file, its folder or the workspace folder goes', async () => {
  const a = writeProject('a', smallConfig, smallSchema.replace('int', 'itn'));
  const b = writeProject('b', smallConfig, smallSchema.replace('int', 'itn'));
  const c = writeProject('c', smallConfig, smallSchema.replace('int', 'itn'));
  const roots = ['a', 'b', 'c'].map((name) => join(folder, name));
  await start(...roots);
  for (const { schema } of [a, b, c]) expect(codes(schema)).toEqual(['invalid-value']);
  rmSync(a.config);
  client.changed([a.config], 3);
  rmSync(join(folder, 'b/schema'), { recursive: true });
  client.changed([join(folder, 'b/schema')], 3);
  const uri = `file://${join(folder, 'c')}`;
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri, name: 'c' }] },
  });
  await client.settled();
  for (const { schema } of [a, b, c]) expect(codes(schema)).toEqual([]);
  expect(await client.connection.sendRequest('pistevo/projects')).toEqual([]);
});

test('a project comes into being with its second file', async () => {
  mkdirSync(join(folder, 'new/conf'), { recursive: true });
  await start(folder);
  const { schema, config } = writeProject('new', smallConfig, smallSchema.replace('int', 'itn'));
  client.changed([schema, config], 1);
  await client.settled();
  expect(codes(schema)).toEqual(['invalid-value']);
  expect(client.notifications).toContain('pistevo/projectsChanged');
});

test("leaves other people's files alone", async () => {
  const lonely = join(folder, 'conf/config.yaml');
  mkdirSync(join(folder, 'conf'));
  writeFileSync(lonely, 'a: [');
  const other = join(folder, 'a/conf/other.yaml');
  writeProject('a');
  writeFileSync(other, 'a: [');
  await start(folder);
  client.open(lonely, 'a: [');
  client.open(other, 'a: [');
  await client.settled();
  expect(client.pushes).toEqual([]);
});

test('looks after a project whose file is opened alone, as long as it is open', async () => {
  const { schema } = writeProject('a');
  await start();
  const text = smallSchema.replace('int', 'itn');
  client.open(schema, text);
  await client.settled();
  expect(codes(schema)).toEqual(['invalid-value']);
  client.close(schema);
  await client.settled();
  expect(codes(schema)).toEqual([]);
});

test('lists projects with environments and the places of their datasets', async () => {
  const config = `${smallConfig}default_environment: dev\nenvironments:\n  dev: {}\n  prod: {}\n`;
  const { schema } = writeProject('a', config);
  await start(folder);
  expect(await client.connection.sendRequest('pistevo/projects')).toMatchObject([
    {
      root: `file://${join(folder, 'a')}`,
      environments: ['dev', 'prod'],
      environment: 'dev',
      datasets: [
        {
          name: 'patient',
          source: 'in/patient/',
          place: {
            uri: `file://${schema}`,
            range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
          },
        },
      ],
    },
  ]);
});

test('obeys the settings of each folder', async () => {
  const a = writeProject('a', smallConfig, smallSchema.replace('int', 'itn'));
  const b = writeProject('b', smallConfig, smallSchema.replace('int', 'itn'));
  client = await startClient({
    server,
    folders: [folder],
    settings: (scope) => (scope?.endsWith('/a') === true ? { validate: { enabled: false } } : {}),
  });
  clients.push(client);
  await client.settled();
  expect(codes(a.schema)).toEqual([]);
  expect(codes(b.schema)).toEqual(['invalid-value']);
});

test('leaves projects alone that the settings leave out, until the settings change', async () => {
  const a = writeProject('a', smallConfig, smallSchema.replace('int', 'itn'));
  const b = writeProject('deep/b', smallConfig, smallSchema.replace('int', 'itn'));
  let exclude = ['deep/**'];
  client = await startClient({
    server,
    folders: [folder],
    settings: () => ({ project: { exclude } }),
  });
  clients.push(client);
  const roots = async () =>
    (await client.connection.sendRequest<{ root: string }[]>('pistevo/projects')).map(({ root }) => root);
  await client.settled();
  client.open(b.schema, smallSchema.replace('int', 'nit'));
  await client.settled();
  expect([codes(a.schema), codes(b.schema)]).toEqual([['invalid-value'], []]);
  expect(await roots()).toEqual([`file://${join(folder, 'a')}`]);
  exclude = ['a'];
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => codes(b.schema)).toEqual(['invalid-value']);
  await client.settled();
  expect(codes(a.schema)).toEqual([]);
  expect(await roots()).toEqual([`file://${join(folder, 'deep/b')}`]);
  expect(client.diagnostics(b.schema)[0]?.message).toContain('nit');
});

test('counts the files that wait in a source, and tells when there are others', async () => {
  writeProject('a');
  await start(folder);
  const counts = async () =>
    (
      await client.connection.sendRequest<{ datasets: { sourceFiles?: number }[] }[]>('pistevo/projects')
    ).flatMap(({ datasets }) => datasets.map(({ sourceFiles }) => sourceFiles));
  await expect.poll(counts, { timeout: 5000 }).toEqual([0]);
  mkdirSync(join(folder, 'a/in/patient'), { recursive: true });
  for (const name of ['p', 'q']) writeFileSync(join(folder, `a/in/patient/${name}.csv`), 'id\n1\n');
  const before = client.notifications.length;
  await client.connection.sendNotification('pistevo/sourcesChanged');
  await expect.poll(counts, { timeout: 5000 }).toEqual([2]);
  expect(client.notifications.length).toBeGreaterThan(before);
});

test('tells where the origins of a run stand now', async () => {
  const { schema } = writeProject('a');
  await start(folder);
  client.open(schema, `# a line more\n${smallSchema}`);
  await client.settled();
  const origins = [
    { file: 'schema/tables_schema.yaml', path: 'tables.patient' },
    { file: 'schema/tables_schema.yaml', path: 'tables.patient.columns.gone' },
    { file: 'conf/config.yaml', path: 'sources.patient' },
    { file: '../outside.yaml', path: 'a' },
  ];
  const ask = (root: string) => client.connection.sendRequest('pistevo/origins', { root, origins });
  const line = smallConfig.split('\n').findIndex((text) => text.startsWith('  patient')) + 1;
  expect(await ask(`file://${join(folder, 'a')}`)).toEqual([3, null, line, null]);
  expect(await ask(`file://${join(folder, 'none')}`)).toBeNull();
});

test('compares the header of a waiting file with the schema, after the findings of the texts', async () => {
  const { schema } = writeProject('a');
  mkdirSync(join(folder, 'a/in/patient'), { recursive: true });
  writeFileSync(join(folder, 'a/in/patient/p.csv'), 'id,name\n1,x\n');
  await start(folder);
  await expect.poll(() => codes(schema), { timeout: 5000 }).toEqual(['source-column-unknown']);
  client.open(schema, smallSchema);
  client.edit(schema, smallSchema.length, smallSchema.length, '      name: {type: string}\n');
  await expect.poll(() => codes(schema), { timeout: 5000 }).toEqual([]);
});

test('ends with 0 after shutdown and exit', async () => {
  await start(folder);
  expect(await client.stop()).toBe(0);
});

test('is the same server as `pistevo lsp --stdio`', async () => {
  const { schema } = writeProject('a', smallConfig, smallSchema.replace('int', 'itn'));
  client = await startClient({ server: await builtCommandLine(), words: ['lsp'], folders: [folder] });
  clients.push(client);
  await client.settled();
  expect(codes(schema)).toEqual(['invalid-value']);
  expect(await client.stop()).toBe(0);
});

test('a client that tells of no files has them looked at when it asks', async () => {
  const { schema } = writeProject('a');
  client = await startClient({
    server,
    folders: [folder],
    capabilities: { workspace: { workspaceFolders: true } },
  });
  clients.push(client);
  await client.settled();
  writeFileSync(schema, smallSchema.replace('int', 'itn'));
  const look = async (): Promise<unknown[]> => {
    await client.ask('hover', schema, { position: { line: 0, character: 0 } });
    return codes(schema);
  };
  await expect.poll(look, { timeout: 8000, interval: 200 }).toEqual(['invalid-value']);
});

test('shows progress while projects are read, to clients that can', async () => {
  writeProject('a');
  client = await startClient({
    server,
    folders: [folder],
    capabilities: { workspace: { workspaceFolders: true }, window: { workDoneProgress: true } },
  });
  clients.push(client);
  await expect.poll(() => client.progress, { timeout: 5000 }).toEqual(['begin', 'report', 'end']);
});
