import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SymbolInformation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundleServer, type LanguageClient, startClient, uriOf } from './language-client.ts';
import { type LaidProject, layProject } from './lay-project.ts';

const config = `target_path: out/
default_environment: dev
environments:
  dev: {target_path: dev/}
sources:
  patient:
    path: in/patient/
    merge_key: patient_id
    load: replace
  claim:
    path: in/claim/
    merge_key: claim_id
    cdc_key: changed
`;
const schema = `tables:
  patient:
    columns:
      patient_id: {type: string, required: true}
      birth: {type: date}
    mask: [birth]
  claim:
    columns:
      claim_id: {type: string, required: true}
      patient_id:
        type: string
        references: patient.patient_id
      cost: {type: "decimal(12,2)"}
      changed: {type: date}
    checks:
      - cost > 0
`;
const script = 'SELECT c.cost, c.patient_id FROM claim c JOIN patient p ON c.patient_id = p.patient_id;\n';

let folder = '';
let project: LaidProject;
let script1 = '';
let client: LanguageClient;

beforeAll(async () => {
  const server = await bundleServer('methods');
  folder = mkdtempSync(join(tmpdir(), 'pistevo-lsp-'));
  project = layProject(folder, {
    'conf/config.yaml': config,
    'schema/tables_schema.yaml': schema,
    'sql_scripts/report.sql': script,
  });
  script1 = join(folder, 'sql_scripts/report.sql');
  client = await startClient({
    server,
    folders: [folder],
    initializationOptions: { commands: ['pistevo.lens.ingest', 'pistevo.lens.references'] },
    capabilities: {
      workspace: {
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
      },
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
});

afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  client.open(project.schema, schema);
  client.open(project.config, config);
  return () => {
    client.close(project.schema);
    client.close(project.config);
  };
});

/** Position behind the first place of a text in a file. */
function behind(file: string, text: string): { position: { line: number; character: number } } {
  const at = client.text(file).indexOf(text);
  if (at === -1) throw new Error(`${text} is not in ${file}`);
  return { position: client.positionOf(file, at + text.length) };
}

function typeAfter(file: string, text: string, typed: string): void {
  const at = client.text(file).indexOf(text) + text.length;
  for (const [index, character] of [...typed].entries()) client.edit(file, at + index, at + index, character);
}

function spelled(file: string, locations: readonly Location[]): readonly string[] {
  return locations
    .filter(({ uri }) => uri === uriOf(file))
    .map(({ range }) => {
      const document = TextDocument.create('', '', 0, client.text(file));
      return `${range.start.line}:${document.getText(range)}`;
    });
}

describe('completion', () => {
  test('offers keys with snippets where a column is being typed, and what fits after more letters', async () => {
    typeAfter(project.schema, 'changed: {type: date}', '\n      note:\n        ');
    const at = client.text(project.schema).indexOf('note:\n        ') + 'note:\n        '.length;
    const position = client.positionOf(project.schema, at);
    const { items } = await client.ask<CompletionList>('completion', project.schema, { position });
    expect(items.map(({ label }) => label)).toContain('valid_vals');
    expect(items.some(({ insertTextFormat }) => insertTextFormat === 2)).toBe(true);
  });

  test('offers the columns of the table for a key of the source', async () => {
    const { items } = await client.ask<CompletionList>(
      'completion',
      project.config,
      behind(project.config, 'cdc_key: '),
    );
    expect(items.map(({ label }) => label)).toContain('cost');
  });
});

test('hover says what a column is, in the other file too', async () => {
  const found = await client.ask<Hover>('hover', project.config, behind(project.config, 'cdc_key: ch'));
  expect(JSON.stringify(found.contents)).toContain('changed');
  expect(await client.ask('hover', project.config, { position: { line: 500, character: 9 } })).toBeNull();
});

test('definition and references cross the files, with unsaved texts', async () => {
  typeAfter(project.schema, 'tables:', '\n  # one line more');
  const [place] = await client.ask<Location[]>(
    'definition',
    project.config,
    behind(project.config, 'merge_key: claim'),
  );
  expect(spelled(project.schema, [place!])).toEqual(['9:claim_id']);
  const at = behind(project.schema, 'columns:\n      patient');
  const all = await client.ask<Location[]>('references', project.schema, {
    ...at,
    context: { includeDeclaration: true },
  });
  expect(spelled(project.schema, all)).toEqual(['4:patient_id', '12:patient_id']);
  expect(spelled(project.config, all)).toEqual(['7:patient_id']);
  expect(all.filter(({ uri }) => uri === uriOf(script1)).length).toBeGreaterThan(0);
});

describe('rename', () => {
  test('renames a column in both files and the script, and undo brings everything back', async () => {
    const at = behind(project.schema, 'columns:\n      patient');
    expect(await client.ask('prepareRename', project.schema, at)).toMatchObject({
      placeholder: 'patient_id',
    });
    const edit = await client.ask<WorkspaceEdit>('rename', project.schema, { ...at, newName: 'member_id' });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    expect(changes.map(({ textDocument }) => textDocument.uri).sort()).toEqual(
      [project.config, project.schema, script1].map(uriOf).sort(),
    );
    const before = client.text(project.schema);
    const own = changes.find(({ textDocument }) => textDocument.uri === uriOf(project.schema))!;
    expect(own.textDocument.version).toBe(client.version(project.schema));
    const after = TextDocument.applyEdits(TextDocument.create('', '', 0, before), own.edits as TextEdit[]);
    expect(after).toContain('member_id: {type: string');
    expect(after).toContain('references: patient.member_id');
    expect(after).toContain('rename_from');
    client.edit(project.schema, 0, before.length, after);
    await client.settled();
    expect(client.diagnostics(project.config).map(({ code }) => code)).toContain('unknown-column');
    client.edit(project.schema, 0, after.length, before);
    await client.settled();
    expect(client.diagnostics(project.config).map(({ code }) => code)).not.toContain('unknown-column');
  });

  test('is refused with a sentence', async () => {
    const at = behind(project.schema, 'claim_id: {type: string, required: true}\n      patient');
    await expect(client.ask('rename', project.schema, { ...at, newName: 'cost' })).rejects.toThrow(/cost/);
  });
});

test('symbols of a file and of the workspace', async () => {
  const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', project.schema);
  expect(symbols[0]?.children?.map(({ name }) => name)).toEqual(['patient', 'claim']);
  const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
    query: 'cost',
  });
  expect(found.map(({ name, containerName }) => [containerName, name])).toContainEqual(['claim', 'cost']);
});

test('folding, selection and links', async () => {
  const folds = await client.ask<FoldingRange[]>('foldingRange', project.schema);
  expect(folds).toContainEqual({ startLine: 6, endLine: 15 });
  const positions = [behind(project.schema, 'decimal(1').position];
  const [selection] = await client.ask<SelectionRange[]>('selectionRange', project.schema, { positions });
  let depth = 0;
  for (let at = selection; at !== undefined; at = at.parent) depth += 1;
  expect(depth).toBeGreaterThan(3);
  expect(Array.isArray(await client.ask<DocumentLink[]>('documentLink', project.config))).toBe(true);
});

test('hints and lenses; a lens only for commands that the client has', async () => {
  const range = client.rangeOf(project.config, 0, config.length);
  const hints = await client.ask<InlayHint[]>('inlayHint', project.config, { range });
  expect(hints.length).toBeGreaterThan(0);
  const lenses = await client.ask<CodeLens[]>('codeLens', project.schema);
  const commands = lenses.map(({ command }) => command?.command);
  expect(new Set(commands)).toEqual(new Set(['pistevo.lens.ingest', 'pistevo.lens.references']));
  expect(lenses[0]?.command?.arguments).toEqual([uriOf(folder), 'patient']);
  const reference = lenses.find(({ command }) => command?.command === 'pistevo.lens.references');
  expect(reference?.command?.arguments).toEqual([uriOf(project.schema), { line: 1, character: 2 }]);
});

test('formatting keeps comments', async () => {
  typeAfter(project.schema, 'tables:', '   # the tables  ');
  const edits = await client.ask<TextEdit[]>('formatting', project.schema, {
    options: { tabSize: 2, insertSpaces: true },
  });
  const text = TextDocument.applyEdits(TextDocument.create('', '', 0, client.text(project.schema)), edits);
  expect(text).toContain('# the tables\n');
});

describe('code actions', () => {
  async function actionsAt(text: string, only?: string[]): Promise<CodeAction[]> {
    const at = client.text(project.schema).indexOf(text);
    const range = client.rangeOf(project.schema, at, at);
    await client.settled();
    const diagnostics = client.diagnostics(project.schema);
    return client.ask('codeAction', project.schema, {
      range,
      context: { diagnostics, ...(only !== undefined && { only }) },
    });
  }
  const applied = ({ edit }: CodeAction): string => {
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const document = TextDocument.create('', '', 0, client.text(project.schema));
    return TextDocument.applyEdits(document, change!.edits as TextEdit[]);
  };

  test('mend a finding, which then is gone', async () => {
    const at = schema.indexOf('mask: [birth]') + 'mask: [birt'.length;
    client.edit(project.schema, at, at + 1, '');
    const [fix] = await actionsAt('[birt]'.slice(1));
    expect(fix).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'unknown-column' }],
    });
    expect(applied(fix!)).toBe(schema);
  });

  test('fix a whole file only when that is asked for', async () => {
    const at = schema.indexOf('type: date');
    client.edit(project.schema, at, at + 4, 'typ');
    const mask = client.text(project.schema).indexOf('mask: [birth]') + 'mask: ['.length;
    client.edit(project.schema, mask, mask + 5, 'birt');
    const some = await actionsAt('typ: date');
    expect(some.map(({ kind }) => kind)).not.toContain('source.fixAll.pistevo');
    const [all, ...others] = await actionsAt('typ: date', ['source.fixAll']);
    expect(others).toEqual([]);
    expect(applied(all!)).toBe(schema);
  });
});

test('a question about a text that has changed since is answered by ContentModified', async () => {
  const question = client.ask('hover', project.schema, { position: { line: 1, character: 3 } });
  client.edit(project.schema, 0, 0, '#\n');
  await expect(question).rejects.toMatchObject({ code: -32801 });
});

test("questions about other people's files are answered by nothing", async () => {
  expect(
    await client.ask('hover', join(folder, 'other.yaml'), { position: { line: 0, character: 0 } }),
  ).toBeNull();
});

test('broken texts are answered, whatever is asked', async () => {
  const broken = [
    'tables:\n  a: "open\n  b: [1',
    '\t',
    '? x\n: y',
    'tables: {a: {columns: {',
    '---\n---\n',
    '&a *a',
  ];
  for (const text of broken) {
    client.edit(project.schema, 0, client.text(project.schema).length, text);
    const position = client.positionOf(project.schema, text.length);
    const range = client.rangeOf(project.schema, 0, text.length);
    for (const method of [
      'completion',
      'hover',
      'definition',
      'prepareRename',
      'documentSymbol',
      'foldingRange',
    ])
      await client.ask(method, project.schema, { position });
    await client.ask('references', project.schema, { position, context: { includeDeclaration: true } });
    await client.ask('selectionRange', project.schema, { positions: [position] });
    await client.ask('inlayHint', project.schema, { range });
    await client.ask('codeLens', project.schema);
    await client.ask('codeAction', project.schema, { range, context: { diagnostics: [] } });
    await client.ask('formatting', project.schema, { options: { tabSize: 2, insertSpaces: true } });
  }
});
