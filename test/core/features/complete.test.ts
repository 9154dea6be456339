import { expect, test } from 'vitest';
import { type Completion, complete } from '../../../core/features/complete.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { type MarkedOptions, markedProject } from './support/marked-project.ts';

const configFile = 'conf/config.yaml';
const schemaFile = 'schema/tables_schema.yaml';

const config = `environments:
  local: {}
sources:
  claim:
    path: in/claim/
    merge_key: claim_id
`;
const schema = `tables:
  claim:
    columns:
      claim_id: {type: string}
      cost: {type: double, desc: What it *costs*}
      billed: {type: string, valid_vals: [T, F]}
      changed: {type: date}
      name: {type: string, pii: name}
    mask: [billed]
`;

/** What is offered at `▮`, in the order in which an editor shows it. */
function offered(files: Record<string, string>, options: MarkedOptions = {}): readonly Completion[] {
  const { view, place } = markedProject(files, options);
  return [...complete(view, place)].sort((left, right) => (left.sortText < right.sortText ? -1 : 1));
}

const inConfig = (text: string, options?: MarkedOptions) =>
  offered({ [schemaFile]: schema, [configFile]: text }, options);
const inSchema = (text: string, options?: MarkedOptions) =>
  offered({ [configFile]: config, [schemaFile]: text }, options);
const labels = (found: readonly Completion[]): readonly string[] => found.map(({ label }) => label);

/** The text after a completion was taken, its placeholders as they stand. */
function taken(files: Record<string, string>, label: string): string {
  const { view, place } = markedProject(files);
  const found = complete(view, place).find((entry) => entry.label === label);
  if (found === undefined) throw new Error(`\`${label}\` is not offered`);
  const text = view.documents[place.file] ?? '';
  const { start, end } = found.replaceRange;
  return text.slice(0, start) + found.insertText + text.slice(end);
}

const column = (line: string): string =>
  `tables:\n  claim:\n    columns:\n      id:\n        type: int\n${line}`;

test('offers the keys of a mapping, those left out that it has', () => {
  const found = labels(inSchema(column('        ▮')));
  expect(found).toContain('required');
  expect(found).toContain('valid_vals');
  expect(found).not.toContain('type');
  expect(labels(inSchema('tables:\n  claim:\n    ▮\n    checks: []'))).toEqual([
    'columns',
    'description',
    'owner',
    'mask',
    'partition_by',
    'delete_when',
  ]);
});

test('begins the value of a key in a way that fits its type', () => {
  const insert = (label: string, text: string) =>
    inSchema(text).find((entry) => entry.label === label)?.insertText;
  expect(insert('required', column('        ▮'))).toBe('required: ${1|true,false|}');
  expect(insert('valid_vals', column('        va▮'))).toBe('valid_vals:\n  - $0');
  expect(insert('severity', column('        ▮'))).toBe('severity:\n  $0');
  expect(insert('references', column('        ▮'))).toBe('references: $1');
  expect(insert('on_cast', column('        ▮'))).toBe('on_cast: ${1|nullify,error,quarantine|}');
  expect(insert('mask', column('        ▮'))).toBe("mask: ${1|'null',hash,redact|}");
  expect(insert('valid_vals', 'tables: {claim: {columns: {id: {▮}}}}')).toBe('valid_vals: [$1]');
  expect(insert('type', 'tables: {claim: {columns: {id: {ty▮: int}}}}')).toBe('type');
});

test('starts an empty file', () => {
  expect(taken({ [schemaFile]: '▮' }, 'tables')).toContain('${1:dataset}:\n    columns:');
  expect(labels(offered({ [configFile]: '▮' })).slice(0, 1)).toEqual(['sources']);
});

test('offers the dataset that is only in the other file', () => {
  const files = { [configFile]: config, [schemaFile]: 'tables:\n  ▮' };
  expect(labels(offered(files))).toEqual(['claim']);
  expect(taken(files, 'claim')).toBe(
    'tables:\n  claim:\n  columns:\n    ${1:column}:\n      type: ${2:string}',
  );
  const twin = { [configFile]: 'sources:\n  cl▮', [schemaFile]: schema };
  expect(taken(twin, 'claim')).toBe('sources:\n  claim:\n  path: ${1:source/claim/}\n  merge_key: $2');
  expect(labels(offered({ [configFile]: config, [schemaFile]: 'tables: {▮}' }))).toEqual(['claim']);
});

test('offers sources and variables to override in an environment', () => {
  const text =
    'variables: {a: b}\nenvironments:\n  local:\n    sources:\n      ▮\nsources:\n  claim: {path: x}\n';
  expect(labels(inConfig(text))).toEqual(['claim']);
  const variables = 'variables: {a: b}\nenvironments:\n  local:\n    variables:\n      ▮\n';
  expect(labels(inConfig(variables))).toEqual(['a']);
  expect(labels(inConfig('environments:\n  local:\n    ▮\n'))).not.toContain('default_environment');
});

test('offers headers of the source as columns, and their spelling as former names', () => {
  const facts = {
    sources: { claim: { file: 'a.csv', headers: ['id', 'Pat. ID', 'cost'], samples: 0, columns: {} } },
  };
  const found = inSchema('tables:\n  claim:\n    columns:\n      id: {}\n      ▮\n', { facts });
  expect(labels(found)).toEqual(['Pat_ID', 'cost']);
  expect(found[0]?.insertText).toBe("Pat_ID:\n  type: string\n  rename_from: 'Pat. ID'");
  expect(labels(inSchema(column('        rename_from: ▮'), { facts }))).toEqual(['Pat. ID', 'cost']);
  const twin = inSchema('tables:\n  ▮', { facts })[0];
  expect(twin?.insertText).toContain('    cost:\n      type: string');
});

test('offers types', () => {
  const types = ['string', 'int', 'bigint', 'double', 'boolean', 'date', 'timestamp', 'decimal'];
  expect(labels(inSchema('tables: {a: {columns: {b: {type: ▮}}}}'))).toEqual(types);
  expect(taken({ [schemaFile]: 'tables: {a: {columns: {b: {type:▮}}}}' }, 'int')).toContain('{type: int}');
  expect(taken({ [schemaFile]: column('      b:\n        type: st▮ring') }, 'date')).toContain('type: date');
  const quoted = inSchema('tables: {a: {columns: {b: {type: "i▮"}}}}').find(({ label }) => label === 'int');
  expect(quoted?.filterText).toBe('"int');
});

test('offers allowed values, true and false, and examples where anything is allowed', () => {
  const values = (line: string) => labels(inConfig(`sources:\n  claim:\n    ${line}`));
  expect(values('load: ▮')).toEqual(['upsert', 'append', 'replace']);
  expect(values('recursive: ▮')).toEqual(['true', 'false']);
  expect(values('format: {encoding: ▮}')).toEqual(['utf-8', 'utf-16', 'iso-8859-1', 'windows-1252']);
  expect(values('ready_marker: ▮')).toEqual(['_SUCCESS']);
  expect(labels(inSchema(column('        severity:\n          unique: ▮')))).toEqual(['error', 'warn']);
  expect(labels(inSchema(column('        on_cast: q▮')))).toContain('quarantine');
});

test('offers environments, time zones and variables', () => {
  expect(labels(inConfig('default_environment: ▮\nenvironments:\n  local: {}\n  test: {}'))).toEqual([
    'local',
    'test',
  ]);
  expect(labels(inConfig('sources:\n  claim:\n    time_zone: New▮'))).toContain('America/New_York');
  expect(labels(inConfig('sources:\n  claim:\n    time_zone: New▮'))).not.toContain('Europe/Berlin');
  const variable = {
    [configFile]: 'variables:\n  bucket: acme\nsources:\n  claim:\n    path: s3a://${bu▮/claim/',
  };
  expect(labels(offered(variable))).toEqual(['bucket']);
  expect(taken(variable, 'bucket')).toContain('s3a://${bucket}/claim/');
});

test('offers the columns of the dataset as keys, those left out that are there', () => {
  const columns = ['claim_id', 'cost', 'billed', 'changed', 'name'];
  expect(labels(inConfig('sources:\n  claim:\n    merge_key: ▮'))).toEqual(columns);
  expect(labels(inConfig('sources:\n  claim:\n    merge_key: [cost, ▮]'))).not.toContain('cost');
  expect(labels(inConfig('sources:\n  claim:\n    merge_key:\n      - cost\n      - ▮\n'))).not.toContain(
    'cost',
  );
  expect(labels(inConfig('sources:\n  claim:\n    merge_key:\n      ▮\n'))).toEqual(columns);
  expect(labels(inConfig('sources:\n  claim:\n    cdc_key: ▮'))[0]).toBe('changed');
  expect(labels(inConfig('environments: {x: {sources: {claim: {cdc_key: ▮}}}}'))[0]).toBe('changed');
});

test('tells type, mask and meaning of a column', () => {
  const found = inConfig('sources:\n  claim:\n    merge_key: ▮');
  expect(found.find(({ label }) => label === 'billed')?.detail).toBe('string, masked');
  expect(found.find(({ label }) => label === 'cost')?.documentation).toBe('What it \\*costs\\*');
});

test('offers columns to mask, personal data first, and to partition by', () => {
  const mask = `${schema.replace('mask: [billed]', 'mask:\n      - billed\n      - ▮')}`;
  expect(labels(inSchema(mask))).toEqual(['name', 'claim_id', 'cost', 'changed']);
  const dashed = taken({ [schemaFile]: schema.replace('mask: [billed]', 'mask:\n      ▮') }, 'name');
  expect(dashed).toContain('mask:\n      - name');
  expect(labels(inSchema(schema.replace('mask: [billed]', 'partition_by: ▮')))).toContain('changed');
});

test('offers parents: keys of other datasets, after the dot every column', () => {
  const visit = (reference: string) =>
    `${schema}  visit:\n    columns:\n      c:\n        references: ${reference}\n`;
  expect(labels(inSchema(visit('▮')))).toEqual(['claim.claim_id', 'claim.']);
  expect(labels(inSchema(visit('claim.▮')))).toEqual([
    'claim.claim_id',
    'claim.cost',
    'claim.billed',
    'claim.changed',
    'claim.name',
  ]);
  expect(labels(inSchema(visit('{to: claim.c▮}')))).toContain('claim.cost');
});

test('offers date formats with an example, those with a time for timestamps', () => {
  const formats = (type: string) => inSchema(`tables: {a: {columns: {b: {type: ${type}, formats: [▮]}}}}`)[0];
  expect(formats('date')).toMatchObject({ label: 'yyyy-MM-dd', detail: '2026-01-31' });
  expect(formats('timestamp')).toMatchObject({ label: 'yyyy-MM-dd HH:mm:ss' });
  expect(labels(inSchema(column('        formats:\n          - ▮')))).toContain('M/d/yyyy');
});

test('offers columns, functions and words in conditions', () => {
  const checks = (text: string) => labels(inSchema(`${schema}    checks:\n      - ${text}\n`));
  expect(checks('expr: ▮')).toEqual(expect.arrayContaining(['cost', 'coalesce', 'IS NULL']));
  expect(checks('expr: ▮')).not.toContain('count');
  expect(checks('table: ▮').slice(0, 2)).toEqual(['count', 'sum']);
  expect(checks('expr: cost > 0 AND ▮')).toContain('billed');
  expect(checks('"cost > ▮"')).toContain('billed');
  expect(checks('cost > ▮')).toContain('billed');
  expect(checks('cost > ▮')).not.toContain('expr');
  expect(checks('▮')).toEqual(expect.arrayContaining(['expr', 'cost']));
  expect(labels(inSchema(`${schema}    delete_when: ▮\n`))).toContain('billed');
  expect(labels(inSchema(`${schema}    delete_when: >\n      cost > 0\n      AND b▮\n`))).toContain('billed');
});

test('offers the allowed values inside the quotes of a comparison', () => {
  const checks = (text: string) => labels(inSchema(`${schema}    checks:\n      - expr: ${text}\n`));
  expect(checks("billed = '▮'")).toEqual(['T', 'F']);
  expect(checks("billed IN ('T', '▮')")).toEqual(['T', 'F']);
  expect(checks("'billed = ''▮'''")).toEqual(['T', 'F']);
  expect(checks("cost = '▮'")).toEqual([]);
});

test('offers what a check may do when it fails', () => {
  const severity = (kind: string) =>
    labels(inSchema(`${schema}    checks:\n      - ${kind}: a\n        severity: ▮\n`));
  expect(severity('expr')).toEqual(['quarantine', 'error', 'warn']);
  expect(severity('table')).toEqual(['error', 'warn']);
});

test('offers a default among the allowed values', () => {
  const text = 'tables: {a: {columns: {b: {valid_vals: [x, "1"], default: ▮}}}}';
  const found = inSchema(text);
  expect(found.map((entry) => entry.insertText)).toEqual(['x', "'1'"]);
});

test('begins a check where a list is to be', () => {
  const text = taken({ [schemaFile]: `${schema}    checks:\n      ▮` }, 'check');
  expect(text).toContain('      - name: ${1:name}\n  expr: ${2:condition}');
});

test('works in broken text', () => {
  const broken =
    'tables:\n  a:\n    desc: "open\n  claim:\n    columns: [\n  visit:\n    columns:\n      x:\n        ▮';
  expect(labels(inSchema(broken))).toContain('type');
});

test('offers nothing in comments, texts of several lines, unknown places and other files', () => {
  for (const text of [
    '# ▮',
    'tables:\n  a:\n    description: |\n      x ▮\n',
    'x:\n  ▮',
    'tables:\n  a:\n    x: ▮',
  ]) {
    expect(labels(inSchema(text))).toEqual([]);
  }
  expect(labels(offered({ 'other.yaml': '▮' }))).toEqual([]);
});

test('answers at every place of a text, whole or cut there', () => {
  const project = loadProject({ config, schema });
  for (let offset = 0; offset <= schema.length; offset += 1) {
    for (const text of [schema, schema.slice(0, offset)]) {
      const view = { project, documents: { [configFile]: config, [schemaFile]: text }, scripts: {} };
      for (const { replaceRange, label } of complete(view, { file: schemaFile, offset })) {
        expect(replaceRange.start).toBeLessThanOrEqual(offset);
        expect(replaceRange.end).toBeGreaterThanOrEqual(offset);
        expect(text.slice(replaceRange.start, replaceRange.end)).not.toContain('\n');
        expect(label).not.toBe('');
      }
    }
  }
});
