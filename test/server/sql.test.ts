import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseScript } from '../../core/syntax/sql/parse-script.ts';
import { bundleServer, type LanguageClient, startClient } from './language-client.ts';
import { layProject } from './lay-project.ts';
import { createRandom } from './random-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'pistevo-lsp-sql-'));
const script = join(folder, 'sql_scripts/late.sql');
const other = join(folder, 'sql_scripts/other.sql');
let client: LanguageClient;

beforeAll(async () => {
  layProject(folder, {
    'conf/config.yaml': 'sources:\n  claim: {path: in/, merge_key: id}\n',
    'schema/tables_schema.yaml': 'tables:\n  claim: {columns: {id: {required: true}}}\n',
    'sql_scripts/late.sql': 'SELECT 1;\n',
    'sql_scripts/other.sql': 'SELECT 1 GROUP 2;\n',
  });
  client = await startClient({ server: await bundleServer('sql'), folders: [folder] });
});

afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the editor shows of a script, as `line:column code`. */
function shown(file: string): readonly string[] {
  return client
    .diagnostics(file)
    .map(({ code, range: { start } }) => `${start.line + 1}:${start.character + 1} ${code}`);
}

test('tells of mistakes in scripts, open or not, as they are typed and mended', async () => {
  await expect.poll(() => shown(other), { timeout: 10_000 }).toEqual(['1:16 sql-syntax']);
  client.open(script, 'SELECT 1;\nSELECT id\nFROM claim;\n');
  await client.settled();
  expect(shown(script)).toEqual([]);
  const at = client.text(script).indexOf('FROM');
  client.edit(script, at, at, ')');
  await client.settled();
  expect(shown(script)).toEqual(['3:1 sql-syntax']);
  client.edit(script, at, at + 1, '');
  await client.settled();
  expect(shown(script)).toEqual([]);
});

test('after 200 random edits shows what a fresh reading finds', async () => {
  const random = createRandom(11);
  const pieces = [
    'SELECT ',
    ';',
    "'",
    '`',
    '(',
    ')',
    ' FROM t',
    '\n',
    '-- x\n',
    '/*',
    '*/',
    ' 😀 ',
    ' GROUP ',
    'BEGIN ',
    'END',
    ', ',
    '1',
  ];
  for (let step = 1; step <= 200; step += 1) {
    const text = client.text(script);
    const start = random(text.length + 1);
    const end = random(2) === 0 ? start : Math.min(text.length, start + random(12));
    client.edit(script, start, end, pieces[random(pieces.length)] ?? '');
    if (step % 20 !== 0) continue;
    await client.settled();
    const now = client.text(script);
    const { statements } = parseScript(now, { version: '3.5', ansi: false });
    const fresh = statements.flatMap(({ problems }) =>
      problems.map(({ range }) => client.positionOf(script, range.start)),
    );
    const starts = client
      .diagnostics(script)
      .filter(({ code }) => String(code).startsWith('sql-'))
      .map(({ range }) => range.start);
    expect(starts).toEqual(expect.arrayContaining(fresh));
    expect(starts).toHaveLength(fresh.length);
  }
});

test('formats a script through the server, and leaves a broken statement alone', async () => {
  client.edit(script, 0, client.text(script).length, 'select a,b from claim;select 1 );\n');
  await client.settled();
  const edits = await client.ask<TextEdit[]>('formatting', script, {
    options: { tabSize: 4, insertSpaces: true },
  });
  const document = TextDocument.create('', 'sql', 0, client.text(script));
  expect(TextDocument.applyEdits(document, edits)).toBe(
    'select\n    a,\n    b\nfrom\n    claim;\n\nselect 1 );\n',
  );
});

test('offers the fix of a finding in SQL', async () => {
  const text = 'SELECT CAST(id AS TEXT) FROM claim;\n';
  client.edit(script, 0, client.text(script).length, text);
  await client.settled();
  expect(shown(script)).toEqual(['1:19 sql-data-type']);
  const at = { start: { line: 0, character: 20 }, end: { line: 0, character: 20 } };
  const actions = await client.ask<CodeAction[]>('codeAction', script, {
    range: at,
    context: { diagnostics: [] },
  });
  const fix = actions.find(({ title }) => title === 'Change to `STRING`');
  expect(JSON.stringify(fix?.edit)).toContain('STRING');
});
