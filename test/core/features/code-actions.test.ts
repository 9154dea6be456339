import { expect, test } from 'vitest';
import { checkProject } from '../../../core/checks/check-project.ts';
import { type CodeAction, codeActions, fixAll } from '../../../core/features/code-actions.ts';
import { applyEdits } from './support/apply-edits.ts';
import { type MarkedOptions, markedProject } from './support/marked-project.ts';

const configFile = 'conf/config.yaml';
const schemaFile = 'schema/tables_schema.yaml';

function actionsAt(files: Record<string, string>, options: MarkedOptions = {}) {
  const { view, place } = markedProject(files, options);
  const findings = checkProject(view.project);
  const range = { start: place.offset, end: place.offset };
  return { view, findings, actions: codeActions(view, place.file, range, findings) };
}

/** Texts after the action of that title. */
function taken(files: Record<string, string>, title: string, options: MarkedOptions = {}) {
  const { view, actions } = actionsAt(files, options);
  const action = actions.find((entry) => entry.title === title);
  if (action === undefined) throw new Error(`offered: ${actions.map((entry) => entry.title).join(' / ')}`);
  return applyEdits(view, action.edits);
}

const titles = (actions: readonly CodeAction[]) => actions.map((action) => action.title);
const source = 'sources:\n  claim:\n    path: in/\n    merge_key: id\n    cdc_key: id\n';
const table = (more: string) => `tables:\n  claim:\n    columns:\n      id:\n        type: int\n${more}`;

test('offers the fixes of the findings at the range, and only those', () => {
  const files = {
    [configFile]: 'sources:\n  claim:\n    path: in/\n    merge_key: i▮dd\n    cdc_key: idx\n',
    [schemaFile]: table(''),
  };
  const { actions } = actionsAt(files);
  const [first] = actions;
  expect(first).toMatchObject({ title: 'Change to `id`', kind: 'quickfix', isPreferred: true });
  expect(first?.finding?.code).toBe('unknown-column');
  expect(taken(files, 'Change to `id`')[configFile]).toContain('merge_key: id\n    cdc_key: idx');
});

test('makes all fixes of a code at once, also those in other places', () => {
  const files = {
    [configFile]: 'sources:\n  claim:\n    path: in/\n    merge_key: i▮dd\n    cdc_key: idx\n',
    [schemaFile]: table('    partition_by: ids\n'),
  };
  const mended = taken(files, 'Fix all 3 of `unknown-column`');
  expect(mended[configFile]).toContain('merge_key: id\n    cdc_key: id\n');
  expect(mended[schemaFile]).toContain('partition_by: id\n');
});

test('leaves out of a common fix what would touch another part of it', () => {
  const fix = (start: number) => ({
    title: 'x',
    edits: [{ file: 'a', range: { start, end: start + 2 }, newText: '' }],
  });
  const finding = (start: number) => ({
    code: 'x',
    severity: 'error' as const,
    message: '',
    file: 'a',
    range: { start, end: start + 2 },
    fixes: [fix(start)],
  });
  expect(fixAll([finding(0), finding(1), finding(9)], 'x')).toMatchObject({ title: 'Fix all 2 of `x`' });
  expect(fixAll([finding(0), finding(1)], 'x')).toBeNull();
  expect(fixAll([finding(0), finding(5)], 'y')).toBeNull();
});

test('adds the missing source of a table, as the fix of its finding', () => {
  const files = {
    [configFile]: 'sources:\n  visit: {path: b/}\n',
    [schemaFile]: table('').replace('claim', 'cl▮aim'),
  };
  const title = 'Add `claim` to `conf/config.yaml`';
  const { actions } = actionsAt(files);
  expect(actions.find((entry) => entry.title === title)).toMatchObject({
    kind: 'quickfix',
    isPreferred: true,
  });
  expect(taken(files, title)[configFile]).toBe(
    'sources:\n  visit: {path: b/}\n  claim:\n    path: source/claim/\n    merge_key: id\n',
  );
  const flow = taken({ ...files, [configFile]: 'sources: {visit: {path: b/}}' }, title);
  expect(flow[configFile]).toBe('sources: {visit: {path: b/}, claim: {path: source/claim/, merge_key: id}}');
  const empty = taken({ ...files, [configFile]: '# nothing yet' }, title);
  expect(empty[configFile]).toBe(
    '# nothing yet\nsources:\n  claim:\n    path: source/claim/\n    merge_key: id\n',
  );
  const open = taken({ ...files, [configFile]: 'sources: # none\r\n' }, title);
  expect(open[configFile]).toBe(
    'sources: # none\r\n  claim:\r\n    path: source/claim/\r\n    merge_key: id\r\n',
  );
});

test('adds the missing table of a source, with the columns of its header where that is known', () => {
  const files = {
    [configFile]: source.replace('claim', 'cl▮aim'),
    [schemaFile]: 'tables:\n  visit:\n    columns: {a: {}}\n',
  };
  const title = 'Add `claim` to `schema/tables_schema.yaml`';
  expect(taken(files, title)[schemaFile]).toBe(
    'tables:\n  visit:\n    columns: {a: {}}\n  claim:\n    columns:\n      id:\n        type: string\n        required: true\n',
  );
  const facts = {
    sources: { claim: { file: 'a.csv', headers: ['id', 'Total $', '1st'], samples: 0, columns: {} } },
  };
  expect(taken(files, `${title} with the columns of its source`, { facts })[schemaFile]).toContain(
    [
      '      id:\n        type: string',
      "      Total:\n        type: string\n        rename_from: 'Total $'",
      "      column_1st:\n        type: string\n        rename_from: '1st'\n",
    ].join('\n'),
  );
});

test('masks a column, as the fix of a finding that asks for it', () => {
  const files = (more: string) => ({
    [configFile]: source,
    [schemaFile]: `tables:\n  claim:\n    columns:\n      id: {type: int}\n      na▮me:\n        type: string\n        pii: name\n${more}`,
  });
  const tagged = files('');
  tagged[schemaFile] = tagged[schemaFile].replace('▮', '').replace('pii: name', 'pii: na▮me');
  const { actions } = actionsAt(tagged);
  const mask = actions.find((entry) => entry.title === 'Mask `name`');
  expect(mask).toMatchObject({ kind: 'quickfix', isPreferred: true });
  expect(mask?.finding?.code).toBe('unmasked-pii');
  const masked = (more: string) => taken(files(more), 'Mask `name`')[schemaFile]?.split('pii: name\n')[1];
  expect(masked('')).toBe('    mask:\n      - name\n');
  expect(masked('    mask:\n      - x # why\n    owner: me\n')).toBe(
    '    mask:\n      - x # why\n      - name\n    owner: me\n',
  );
  expect(masked('    mask: [x]\n')).toBe('    mask: [x, name]\n');
  expect(masked('    mask: []\n')).toBe('    mask: [name]\n');
  expect(masked('    mask:\n    owner: me\n')).toBe('    mask:\n      - name\n    owner: me\n');
});

test('moves a mask from the list of the table to the column and back', () => {
  const listed = {
    [configFile]: source,
    [schemaFile]: table(
      '      name:\n        type: string # text\n    mask:\n      - other\n      - na▮me\n',
    ),
  };
  const title = 'Move the mask of `name` to the column';
  const moved = taken(listed, title)[schemaFile] ?? '';
  expect(moved).toBe(
    table("      name:\n        type: string # text\n        mask: 'null'\n    mask:\n      - other\n"),
  );
  const only = { ...listed, [schemaFile]: table('      na▮me: {type: string}\n    mask: [name]\n') };
  expect(taken(only, title)[schemaFile]).toBe(table("      name: {type: string, mask: 'null'}\n"));
  const back = 'Move the mask of `name` to the list of the table';
  const own = { ...listed, [schemaFile]: moved.replace('      name:', '      na▮me:') };
  expect(taken(own, back)[schemaFile]).toBe(
    table('      name:\n        type: string # text\n    mask:\n      - other\n      - name\n'),
  );
  const inLine = (masks: string) =>
    taken({ ...listed, [schemaFile]: table(`      na▮me: {type: string}\n    mask: ${masks}\n`) }, title)[
      schemaFile
    ];
  expect(inLine('[name, other]')).toContain('    mask: [other]\n');
  expect(inLine('[other, name] # why')).toContain('    mask: [other] # why\n');
  const alone = { ...listed, [schemaFile]: table("      na▮me: {mask: 'null'}\n") };
  expect(taken(alone, back)[schemaFile]).toBe(table('      name: {}\n    mask:\n      - name\n'));
  const hashed = { ...listed, [schemaFile]: table('      na▮me: {type: string, mask: hash}\n') };
  expect(titles(actionsAt(hashed).actions)).not.toContain(back);
});

test('adds rules to a column', () => {
  const files = (text: string) => ({ [configFile]: source, [schemaFile]: text });
  const title = 'Add `required: true` to `id`';
  const added = (text: string) => taken(files(text), title)[schemaFile];
  expect(added(table('').replace('id:', 'i▮d:'))).toBe(table('        required: true\n'));
  expect(added('tables: {claim: {columns: {i▮d: {}}}}')).toBe(
    'tables: {claim: {columns: {id: {required: true}}}}',
  );
  expect(added('tables:\n  claim:\n    columns:\n      i▮d:\n      b: {}\n')).toBe(
    'tables:\n  claim:\n    columns:\n      id:\n        required: true\n      b: {}\n',
  );
  const has = actionsAt(files('tables: {claim: {columns: {i▮d: {required: true, unique: true}}}}'));
  expect(titles(has.actions).filter((entry) => entry.startsWith('Add'))).toEqual([]);
});

test('offers nothing where nothing is named', () => {
  expect(actionsAt({ [configFile]: source, [schemaFile]: table('▮') }).actions).toEqual([]);
});
