import { expect, test } from 'vitest';
import { checkProject } from '../../../core/checks/check-project.ts';
import { prepareRename, rename } from '../../../core/features/rename.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { applyEdits } from './support/apply-edits.ts';
import { markedProject, shown, textOf } from './support/marked-project.ts';

const configFile = 'conf/config.yaml';
const schemaFile = 'schema/tables_schema.yaml';

/** The files after a rename from the first cursor; throws when it is refused. */
function renamed(files: Record<string, string>, newName: string): Record<string, string> {
  const { view, place } = markedProject(files);
  const answer = rename(view, place, newName);
  if ('refusal' in answer) throw new Error(answer.refusal);
  const after = applyEdits(view, answer.edits);
  return Object.fromEntries(Object.keys(files).map((file) => [file, after[file] ?? textOf(view, file)]));
}

function refusal(files: Record<string, string>, newName: string): string | null {
  const { view, place } = markedProject(files);
  const answer = rename(view, place, newName);
  return 'refusal' in answer ? answer.refusal : null;
}

const files = {
  [configFile]: `target_schema: billing
lint:
  ignore: [tables.claim.columns.id]
sources:
  claim:
    path: in/claim/ # claim
    merge_key: [id, line]
    cdc_key: "id"
  visit: {path: b/, merge_key: id}
environments:
  test: {sources: {claim: {merge_key: id}}}
`,
  [schemaFile]: `# id of claim
tables:
  claim:
    columns:
      i▮d:
        type: string # the id
      line: {type: int}
    mask: [line]
    partition_by:
      - id
    delete_when: >
      id = 'id'
        OR \`ID\` IS NULL
    checks:
      - id > 'a'
      - name: id
        expr: 'length(id) > 0 AND id <> ''id'''
      - {table: "count(*) > 0 AND max(id) > ''"}
      - sql: SELECT id FROM claim
        engine: spark
  visit:
    columns:
      id: {type: string, references: claim.id}
      other:
        type: string
        references:
          to: claim.id
`,
  'sql_scripts/a.sql':
    'SELECT c.id, v.id AS id FROM billing.claim c JOIN billing.visit v ON v.id = c.id -- id\n',
};

test('renames a column in both files and the scripts, and keeps its former name', () => {
  const after = renamed(files, 'claim_id');
  expect(after).toEqual({
    [configFile]: files[configFile]
      .replace('columns.id', 'columns.claim_id')
      .replace('[id, line]', '[claim_id, line]')
      .replace('"id"', '"claim_id"')
      .replace('claim: {merge_key: id}', 'claim: {merge_key: claim_id}'),
    [schemaFile]: files[schemaFile]
      .replace(
        'i▮d:\n        type: string # the id',
        'claim_id:\n        type: string # the id\n        rename_from: id',
      )
      .replace('- id\n', '- claim_id\n')
      .replace("id = 'id'\n        OR `ID`", "claim_id = 'id'\n        OR `claim_id`")
      .replace("- id > 'a'", "- claim_id > 'a'")
      .replace("length(id) > 0 AND id <> ''id''", "length(claim_id) > 0 AND claim_id <> ''id''")
      .replace('max(id)', 'max(claim_id)')
      .replace('SELECT id', 'SELECT claim_id')
      .replaceAll('claim.id', 'claim.claim_id'),
    'sql_scripts/a.sql':
      'SELECT c.claim_id, v.id AS id FROM billing.claim c JOIN billing.visit v ON v.id = c.claim_id -- id\n',
  });
});

test('makes the same edits from every place that names the column', () => {
  const expected = renamed(files, 'key');
  const elsewhere: Record<string, string> = { ...files, [schemaFile]: files[schemaFile].replace('▮', '') };
  for (const [file, before, after] of [
    [configFile, '[id, line]', '[i▮d, line]'],
    [schemaFile, 'references: claim.id', 'references: claim.▮id'],
    [schemaFile, 'max(id)', 'max(id▮)'],
    ['sql_scripts/a.sql', 'c.id', 'c.i▮d'],
  ] as const) {
    const moved = { ...elsewhere, [file]: (elsewhere[file] ?? '').replace(before, after) };
    expect(renamed(moved, 'key')).toEqual(expected);
  }
});

test('leaves a project as sound as it was', () => {
  const sound = {
    [configFile]:
      'sources:\n  claim: {path: a/, merge_key: id, cdc_key: changed}\n  visit: {path: b/, load: append}\n',
    [schemaFile]:
      "tables:\n  claim:\n    columns:\n      i▮d: {type: string, required: true}\n      changed: {type: date}\n    checks: [id <> '']\n  visit:\n    columns:\n      claim: {references: claim.id}\n",
  };
  const find = (texts: Record<string, string>) =>
    checkProject(loadProject({ config: texts[configFile] ?? '', schema: texts[schemaFile] ?? '' })).map(
      ({ code, message }) => `${code}: ${message}`,
    );
  const before = find({ ...sound, [schemaFile]: sound[schemaFile].replace('▮', '') });
  expect(find(renamed(sound, 'claim_id')).filter((line) => !before.includes(line))).toEqual([]);
});

test('keeps former names in the style in which they are written', () => {
  const former = (column: string, name = 'new') =>
    renamed({ [schemaFile]: `tables:\n  claim:\n    columns:\n      ${column}\n      z: {}\n` }, name)
      [schemaFile]?.split('columns:\n      ')[1]
      ?.replace('\n      z: {}\n', '');
  expect(former('o▮ld: {type: int}')).toBe('new: {type: int, rename_from: old}');
  expect(former('o▮ld: {}')).toBe('new: {rename_from: old}');
  expect(former('o▮ld: # note')).toBe('new: # note\n        rename_from: old');
  expect(former('o▮ld:\n        rename_from: a')).toBe('new:\n        rename_from: [a, old]');
  expect(former("o▮ld: {rename_from: 'a b'}")).toBe("new: {rename_from: ['a b', old]}");
  expect(former('o▮ld: {rename_from: [a, b]}')).toBe('new: {rename_from: [a, b, old]}');
  expect(former('o▮ld:\n        rename_from:\n          - a # first')).toBe(
    'new:\n        rename_from:\n          - a # first\n          - old',
  );
  expect(former('o▮ld: {rename_from: [new, a]}')).toBe('new: {rename_from: ["a", old]}');
  expect(former('o▮ld: {rename_from: new}')).toBe('new: {rename_from: old}');
  expect(former('o▮ld: {type: int}', 'OLD')).toBe('OLD: {type: int}');
});

test('renames a dataset everywhere, and nothing that only looks like it', () => {
  const moved: Record<string, string> = {
    ...files,
    [schemaFile]: files[schemaFile].replace('▮', '').replace('  claim:\n', '  cla▮im:\n'),
    'sql_scripts/b.sql': 'SELECT claim.id, claim FROM claim JOIN `claim_quarantine` USING (id)',
  };
  expect(renamed(moved, 'bill')).toEqual({
    [configFile]: files[configFile]
      .replace('tables.claim.columns', 'tables.bill.columns')
      .replace('  claim:\n    path', '  bill:\n    path')
      .replace('{claim: {', '{bill: {'),
    [schemaFile]: files[schemaFile]
      .replace('▮', '')
      .replace('  claim:\n', '  bill:\n')
      .replace('FROM claim', 'FROM bill')
      .replaceAll('claim.id', 'bill.id'),
    'sql_scripts/a.sql': files['sql_scripts/a.sql'].replace('billing.claim', 'billing.bill'),
    'sql_scripts/b.sql': 'SELECT bill.id, claim FROM bill JOIN `bill_quarantine` USING (id)',
  });
});

test('asks where a script may mean something else', () => {
  const { view, place } = markedProject({
    [schemaFile]: 'tables:\n  claim: {columns: {i▮d: {}}}\n  visit: {columns: {id: {}}}\n',
    'sql_scripts/a.sql': 'SELECT id FROM claim, visit; SELECT id FROM claim',
  });
  const answer = rename(view, place, 'key');
  if ('refusal' in answer) throw new Error(answer.refusal);
  const scripts = answer.edits.filter((edit) => edit.file.endsWith('.sql'));
  expect(scripts.map(({ range, annotation }) => [range.start, annotation])).toEqual([
    [7, 'uncertain-sql'],
    [36, 'sql'],
  ]);
  expect(answer.annotations.map(({ id, needsConfirmation }) => [id, needsConfirmation])).toEqual([
    ['settings', false],
    ['former-name', false],
    ['sql', false],
    ['uncertain-sql', true],
  ]);
});

test('puts words of SQL into backquotes', () => {
  const after = renamed(
    {
      [schemaFile]: 'tables: {claim: {columns: {i▮d: {}}, checks: ["length(id) > 0"]}}',
      'sql_scripts/a.sql': 'SELECT id, `id` FROM claim',
    },
    'order',
  );
  expect(after[schemaFile]).toContain('"length(`order`) > 0"');
  expect(after['sql_scripts/a.sql']).toBe('SELECT `order`, `order` FROM claim');
});

test('refuses names that cannot be or are taken', () => {
  const both = {
    [configFile]: 'sources: {visit: {path: b/}}\nenvironments: {x: {sources: {late: {path: c/}}}}\n',
    [schemaFile]: 'tables:\n  claim:\n    columns: {i▮d: {}, line: {rename_from: [no, number]}}\n',
  };
  expect(refusal(both, '1st')).toMatch(/^`1st` cannot be a name; use letters/);
  expect(refusal(both, 'a b')).toMatch(/cannot be a name/);
  expect(refusal(both, 'x'.repeat(121))).toMatch(/cannot be a name/);
  expect(refusal(both, 'null')).toMatch(/is a value in YAML/);
  expect(refusal(both, 'id')).toMatch(/already/);
  expect(refusal(both, 'LINE')).toBe('`claim` has a column `line` already; choose another name.');
  expect(refusal(both, 'number')).toMatch(/is a former name of `line`/);
  const dataset = { ...both, [schemaFile]: both[schemaFile].replace('▮', '').replace('claim', 'cl▮aim') };
  expect(refusal(dataset, 'Visit')).toBe('Dataset `visit` exists already; choose another name.');
  expect(refusal(dataset, 'late')).toBe('Dataset `late` exists already; choose another name.');
});

test('refuses while something cannot be read', () => {
  const table = (more: string) => ({
    [schemaFile]: `tables:\n  claim:\n    columns:\n      i▮d: {}\n${more}`,
  });
  expect(refusal(table('    checks: [id >]\n'), 'key')).toBe(
    'The condition of check `check_1` of `claim` cannot be read, so that its columns are not known; mend it first.',
  );
  expect(refusal(table("    delete_when: id = 'x\n"), 'key')).toMatch(
    /^The condition of `delete_when` of `claim`/,
  );
  expect(refusal(table('  other:\n    columns: ["\n'), 'key')).toMatch(
    /^`schema\/tables_schema.yaml` is broken in line \d/,
  );
  expect(refusal({ ...table(''), 'sql_scripts/a.sql': "SELECT 'x FROM claim" }, 'key')).toBe(
    'A quote or comment in `sql_scripts/a.sql` is not closed, so that its names are not known; close it first.',
  );
});

test('refuses where the name is not written letter by letter', () => {
  const alias = {
    [schemaFile]: 'tables:\n  claim:\n    columns:\n      i▮d: {}\n    owner: &o id\n    partition_by: *o\n',
  };
  expect(refusal(alias, 'key')).toMatch(/written by an alias or with escapes in line 6 of/);
  const variable = {
    [configFile]: 'variables: {k: id}\nsources: {claim: {path: a/, merge_key: "${k}"}}\n',
    [schemaFile]: 'tables: {claim: {columns: {i▮d: {}}}}\n',
  };
  expect(refusal(variable, 'key')).toBe(
    "`merge_key` of `claim` is written with a variable; write the column's name there first.",
  );
  const leading = {
    [schemaFile]: 'tables:\n  claim:\n    columns: {i▮d: {}}\n    checks:\n      - id > 1\n',
  };
  expect(refusal(leading, 'order')).toMatch(/is a word of SQL/);
});

test('refuses what is not defined, and what is no name', () => {
  const text = 'tables:\n  claim:\n    columns: {id: {}}\n    mask: [i▮dd]\n';
  expect(refusal({ [schemaFile]: text }, 'key')).toBe(
    'Column `idd` is not in `claim`; correct the name first.',
  );
  expect(refusal({ [schemaFile]: 'tab▮les: {}' }, 'key')).toBe(
    'Only datasets and columns can be renamed here.',
  );
});

test('offers the name alone for a change in place', () => {
  const { view, place, ranges } = markedProject({
    [schemaFile]: 'tables:\n  claim:\n    columns: {"⟦i▮d⟧": {}}\n',
  });
  const prepared = prepareRename(view, place);
  expect(prepared?.placeholder).toBe('id');
  expect(shown(view, { file: schemaFile, range: prepared!.range })).toBe(shown(view, ranges[0]!));
  expect(prepareRename(view, { file: schemaFile, offset: 0 })).toBeNull();
});
