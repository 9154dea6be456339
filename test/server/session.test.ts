import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { callCommand } from '../../cli/call-command.ts';
import type { CommandContext } from '../../cli/terminal/context.ts';
import { checkProject } from '../../core/checks/check-project.ts';
import type { Finding } from '../../core/contracts/finding.ts';
import { loadProject } from '../../core/model/load-project.ts';
import { plainPaint } from '../../core/report/paint.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { bundleServer, type LanguageClient, startClient } from './language-client.ts';
import { layProject } from './lay-project.ts';
import { createRandom, randomEdit } from './random-session.ts';

/** `PISTEVO_LSP_EDITS=5000 npx vitest run test/server/session.test.ts` types for longer. */
const edits = Number(process.env['PISTEVO_LSP_EDITS'] ?? 400);
const repository = join(import.meta.dirname, '../..');
let server = '';
let folder = '';
let config = '';
let schema = '';

beforeAll(async () => {
  server = await bundleServer('session');
  folder = mkdtempSync(join(tmpdir(), 'pistevo-lsp-'));
  for (const part of ['conf', 'schema', 'sql_scripts'])
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  config = join(folder, 'conf/config.yaml');
  schema = join(folder, 'schema/tables_schema.yaml');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly code: unknown;
  readonly message: unknown;
  readonly start: string;
  readonly end: string;
}

function toldBy(client: LanguageClient, file: string): readonly Told[] {
  const at = ({ line, character }: Diagnostic['range']['start']): string => `${line + 1}:${character + 1}`;
  return client.diagnostics(file).map(({ code, message, range }) => {
    return { code, message, start: at(range.start), end: at(range.end) };
  });
}

function toldOf(findings: readonly Finding[], file: string, text: string): readonly Told[] {
  const document = TextDocument.create('', '', 0, text);
  const at = (offset: number): string => {
    const { line, character } = document.positionAt(offset);
    return `${line + 1}:${character + 1}`;
  };
  return findings
    .filter((finding) => finding.file === file)
    .map(({ code, message, range }) => {
      return { code, message: visibleText(message), start: at(range.start), end: at(range.end) };
    });
}

test('tells what `pistevo check` tells, of the sources too', async () => {
  const project = layProject(join(folder, 'small'), {
    'conf/config.yaml':
      'target_path: out/\nsources:\n  claim:\n    path: in/\n    merge_key: [claim_id, nobody]\n  lost: {path: x/, load: append}\n',
    'schema/tables_schema.yaml':
      'tables:\n  claim:\n    columns:\n      claim_id: {type: string}\n      cost: {type: itn}\n      birth: {type: date, pii: dob}\n    mask: [brith]\n',
    'sql_scripts/late.sql': '-- 😀\nSELECT 1;\nSELECT a, FROM claim GROUP b;\n',
    'in/claim.csv': 'claim_id,cost,other\nC1,3,x\n',
  });
  const client = await startClient({ server, folders: [project.root] });
  const isTold = (): boolean =>
    client.diagnostics(project.schema).some(({ code }) => code === 'source-column-unknown');
  await expect.poll(isTold, { timeout: 10_000 }).toBe(true);
  const script = join(project.root, 'sql_scripts/late.sql');
  const told = [project.config, project.schema, script].flatMap((file) => toldBy(client, file));
  await client.stop();
  let out = '';
  const context: CommandContext = {
    print: (text) => {
      out += text;
    },
    note: () => {},
    environment: {},
    folder: project.root,
    paint: plainPaint,
    notePaint: plainPaint,
    isLive: false,
    now: () => new Date(),
  };
  expect(await callCommand(['check', '--format', 'json'], context)).toBe(2);
  const { findings } = JSON.parse(out) as {
    findings: {
      code: string;
      message: string;
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
    }[];
  };
  expect(findings.length).toBeGreaterThan(5);
  expect(told).toEqual(
    findings.map(({ code, message, line, column, endLine, endColumn }) => {
      return { code, message, start: `${line}:${column}`, end: `${endLine}:${endColumn}` };
    }),
  );
});

test(`after ${edits} random edits every squiggle is that of a fresh start`, async () => {
  const random = createRandom(3);
  const texts = { [config]: readFileSync(config, 'utf8'), [schema]: readFileSync(schema, 'utf8') };
  const memory: number[] = [];
  const client = await startClient({ server, folders: [folder] });
  for (const [file, text] of Object.entries(texts)) client.open(file, text);
  for (let step = 1; step <= edits; step += 1) {
    const file = random(3) === 0 ? config : schema;
    const text = client.text(file);
    const edit = randomEdit(text, random);
    client.edit(file, edit.start, edit.end, edit.text);
    if (random(40) === 0) client.edit(file, 0, client.text(file).length, texts[file] ?? '');
    // Every third text is looked at; the others are passed over by the next.
    if (step % 3 === 0) await client.ask('foldingRange', file).catch(isStale);
    if (step % 1000 === 0) memory.push(residentMegabytes(client.process.pid));
    if (step % 100 !== 0 && step !== edits) continue;
    await client.settled();
    const now = { config: client.text(config), schema: client.text(schema) };
    const fresh = checkProject(loadProject(now));
    expect(toldBy(client, config)).toEqual(toldOf(fresh, 'conf/config.yaml', now.config));
    expect(toldBy(client, schema)).toEqual(toldOf(fresh, 'schema/tables_schema.yaml', now.schema));
  }
  expect(client.process.exitCode).toBeNull();
  await client.stop();
  // A fifth of the session fills the caches; after that nothing may grow with the number of edits.
  const [early = 0] = memory.slice(Math.floor(memory.length / 5));
  if (memory.length >= 5) expect(memory.at(-1)).toBeLessThan(early + 60);
}, 600_000);

function isStale(error: unknown): void {
  if ((error as { code?: number }).code !== -32801) throw error;
}

/** From Linux's /proc; 0 elsewhere. */
function residentMegabytes(pid: number | undefined): number {
  if (process.platform !== 'linux') return 0;
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
