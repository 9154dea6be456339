import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundleServer, type LanguageClient, startClient, uriOf } from './language-client.ts';
import { type LaidProject, layProject } from './lay-project.ts';
import { soundConfig, soundSchema, typicalMistakes } from './typical-mistakes.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/authoring-mistakes.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'pistevo-mistakes-'));
let project: LaidProject;
let client: LanguageClient;

beforeAll(async () => {
  project = layProject(folder, { 'conf/config.yaml': soundConfig, 'schema/tables_schema.yaml': soundSchema });
  client = await startClient({
    server: await bundleServer('mistakes'),
    folders: [folder],
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  });
  client.open(project.config, soundConfig);
  client.open(project.schema, soundSchema);
  await client.settled();
}, 60_000);

afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

function put(file: string, text: string): void {
  client.edit(file, 0, client.text(file).length, text);
}

function found() {
  return [project.config, project.schema].flatMap((file) =>
    client.diagnostics(file).map((diagnostic) => ({ file, diagnostic })),
  );
}

function carryOut(action: CodeAction): void {
  for (const change of (action.edit?.documentChanges ?? []) as TextDocumentEdit[]) {
    const file = [project.config, project.schema].find((one) => uriOf(one) === change.textDocument.uri);
    if (file === undefined) throw new Error(`The fix changes ${change.textDocument.uri}.`);
    const text = TextDocument.create('', '', 0, client.text(file));
    put(file, TextDocument.applyEdits(text, change.edits as TextEdit[]));
  }
}

test('nothing is found in what was meant', () => {
  expect(found()).toEqual([]);
});

test.each(typicalMistakes)('$title: one finding, at its place, and a fix that works', async (mistake) => {
  const file = project[mistake.file];
  const sound = mistake.file === 'config' ? soundConfig : soundSchema;
  expect(sound).toContain(mistake.meant);
  put(project.config, soundConfig);
  put(project.schema, soundSchema);
  put(file, sound.replace(mistake.meant, mistake.typed));
  await client.settled();
  const all = found();
  expect(all.map(({ diagnostic }) => diagnostic.code)).toEqual([mistake.code]);
  const [{ file: at, diagnostic }] = all as [(typeof all)[number]];
  const text = TextDocument.create('', '', 0, client.text(at));
  expect(text.getText(diagnostic.range)).toBe(mistake.underlined);
  const actions = await client.ask<CodeAction[]>('codeAction', at, {
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], only: ['quickfix'] },
  });
  expect(actions.length).toBeGreaterThan(0);
  carryOut(actions[0]!);
  await client.settled();
  expect(found()).toEqual([]);
  expect(page).toContain(diagnostic.message);
  expect(page).toContain(`## ${typicalMistakes.indexOf(mistake) + 1}. ${mistake.title}\n`);
});
