import { expect, test } from 'vitest';
import { hover } from '../../../core/features/hover.ts';
import { type MarkedOptions, markedProject, shown } from './support/marked-project.ts';

const config = `variables:
  bucket: acme
environments:
  local:
    sources:
      claim:
        path: in/claim/
  production:
    variables:
      bucket: acme-production
sources:
  patients:
    path: s3a://\${bucket}/patients/
  claim:
    path: s3a://\${bucket}/claim/
    merge_key: claim_id
    cdc_key: changed
`;
const schema = `tables:
  patients:
    description: One row per *patient*.
    owner: '[mail](command:evil)'
    columns:
      patient_id:
        type: string
        required: true
      dob:
        type: date
    mask:
      - dob
  claim:
    columns:
      claim_id:
        type: string
        desc: <b>Key</b> of the claim
      patient_id:
        references: patients.patient_id
      billed:
        type: string
        valid_vals: [T, F]
        pattern: '.'
      cost:
        type: double
        min: 0
        max: 10
        unique: true
        on_cast: nullify
        rename_from: price
        pii: amount
      changed:
        type: date
    partition_by: billed
    checks:
      - name: cheap
        expr: cost < 5 OR billed = 'T'
`;
const files = { 'conf/config.yaml': config, 'schema/tables_schema.yaml': schema };

/** Hover where `▮` is put in place of a snippet. */
function at(file: string, before: string, options: MarkedOptions = {}) {
  const written = (files as Record<string, string>)[file] ?? '';
  const cut = before.indexOf('▮');
  const needle = before.replace('▮', '');
  expect(written).toContain(needle);
  const marked = {
    ...files,
    [file]: written.replace(needle, () => `${needle.slice(0, cut)}▮${needle.slice(cut)}`),
  };
  const { view, place } = markedProject(marked, options);
  const found = hover(view, place);
  return found === null
    ? null
    : { markdown: found.markdown, text: shown(view, { file, range: found.range }).replace(/^.*?: /, '') };
}

test('explains a setting with its value and origin in each environment', () => {
  const found = at('conf/config.yaml', 'pa▮th: s3a://${bucket}/claim', { environment: 'local' });
  expect(found?.text).toBe('path');
  expect(found?.markdown).toBe(
    [
      '**Folder** `path`\n',
      'Folder of the source files: relative to the project, `file://`, `s3://` or `s3a://`.\n',
      'Required.\n',
      '| Environment | Value | Written at |',
      '|---|---|---|',
      '| `local` (chosen) | `in/claim/` | `environments.local.sources.claim.path` |',
      '| `production` | `s3a://acme-production/claim/` | `sources.claim.path` |',
    ].join('\n'),
  );
});

test('gives the same table for an override', () => {
  const found = at('conf/config.yaml', 'pa▮th: in/claim');
  expect(found?.markdown).toContain('| `local` | `in/claim/` | `environments.local.sources.claim.path` |');
});

test('gives the value of a variable in each environment', () => {
  const found = at('conf/config.yaml', 'path: s3a://${buc▮ket}/patients');
  expect(found?.text).toBe('${bucket');
  expect(found?.markdown).toContain('| `local` | `acme` |\n| `production` | `acme-production` |');
});

test('tells everything about a column, wherever it is named', () => {
  const markdown = at('schema/tables_schema.yaml', '      co▮st:\n')?.markdown;
  expect(markdown).toBe(
    [
      '**Column** `cost` of `claim` · `double`\n',
      '- Personal data: `amount`.',
      '- Rules: must be a double (nullify); at least `0` (quarantine); at most `10` (quarantine); no value twice (error).',
      '- Checks: `cheap`.',
      '- Also delivered as `price`.',
    ].join('\n'),
  );
  expect(at('schema/tables_schema.yaml', 'expr: co▮st <')).toEqual({ markdown, text: 'cost' });
});

test('tells keys, masks, parents and children of columns', () => {
  const named = (text: string, file = 'schema/tables_schema.yaml') => at(file, text)?.markdown;
  expect(named('patients.patient▮_id')).toContain('- Referenced by `claim.patient_id`.');
  expect(named('patients.patient▮_id')).toContain('must have a value (quarantine)');
  expect(named('- do▮b')).toContain(
    'Masked: NULL in the tables; the value never leaves the source file. Its type in the tables is `string`.',
  );
  expect(named('dob:\n        type: date'.replace('dob', 'd▮ob'))).toContain(
    'Formats: `yyyy-MM-dd`, `M/d/yyyy`',
  );
  expect(named('merge_key: cl▮aim_id', 'conf/config.yaml')).toContain('Part of the merge key of `claim`.');
  expect(named('cdc_key: ▮changed', 'conf/config.yaml')).toContain('Change key');
  expect(named('partition_by: b▮illed')).toContain('The table is partitioned by it.');
  expect(named('partition_by: b▮illed')).toContain('one of `T`, `F` (nullify); matches `.` (quarantine)');
  expect(named('      patient▮_id:\n        references')).toContain(
    'Type: `string`, because none is written.',
  );
  expect(named('      patient▮_id:\n        references')).toContain(
    'exists as `patients.patient_id` (quarantine)',
  );
});

test('adds what a sample of the data says', () => {
  const facts = {
    sources: {
      claim: {
        file: 'a.csv',
        headers: [' Price '],
        samples: 9,
        columns: { ' Price ': { values: 8, fitting: 7, blank: 1 } },
      },
    },
  };
  const told = at('schema/tables_schema.yaml', '      co▮st:\n', { facts })?.markdown;
  expect(told).toContain('- In `a.csv`: 7 of 8 sampled values fit, 1 are blank.');
  expect(at('schema/tables_schema.yaml', 'bil▮led:', { facts })?.markdown).toContain(
    '- Not in the header of `a.csv`.',
  );
});

test('tells both halves of a dataset', () => {
  const found = at('schema/tables_schema.yaml', 'references: pat▮ients');
  expect(found).toEqual({
    text: 'patients',
    markdown: [
      '**Dataset** `patients` · table `default.patients`\n',
      'One row per \\*patient\\*\\.\n',
      '- Source: `s3a://acme/patients/`',
      '- Load: `upsert`, no merge key',
      '- 2 columns, masked: `dob`; 0 checks',
      '- Owner: \\[mail\\]\\(command\\:evil\\)',
      '- Referenced by `claim.patient_id`',
    ].join('\n'),
  });
  expect(at('conf/config.yaml', '  cl▮aim:\n    path: s3')?.markdown).toContain(
    'by `claim_id`, the newer by `changed`',
  );
});

test('shows hostile texts as text', () => {
  const markdown = at('schema/tables_schema.yaml', 'clai▮m_id:')?.markdown;
  expect(markdown).toContain('&lt;b\\>Key&lt;/b\\> of the claim');
});

test('explains keys and values of the schema file', () => {
  expect(at('schema/tables_schema.yaml', 'on▮_cast')?.markdown).toContain(
    'One of `quarantine`, `nullify`, `error`. Default: `quarantine`.',
  );
  expect(at('schema/tables_schema.yaml', 'on_cast: nul▮lify')?.text).toBe('nullify');
  expect(at('schema/tables_schema.yaml', 'ta▮bles:')?.markdown).toContain('**Tables** `tables`');
});

test('has nothing to say of blanks, comments, unknown keys and other files', () => {
  for (const text of ['a: b # no▮te', '▮', 'nothi▮ng: 1', 'tables:\n  claim:\n    colu▮']) {
    const { view, place } = markedProject({ 'schema/tables_schema.yaml': text });
    expect(hover(view, place)).toBeNull();
  }
  const { view, place } = markedProject({ 'notes.yaml': 'tab▮les: 1' });
  expect(hover(view, place)).toBeNull();
});

test('explains keys while a text is broken', () => {
  const { view, place } = markedProject({
    'schema/tables_schema.yaml': 'tables:\n  claim:\n    columns:\n      id:\n        ty▮pe: "\n',
  });
  expect(hover(view, place)?.markdown).toContain('**Type** `type`');
});

test('tells of columns and datasets in scripts', () => {
  const { view, places } = markedProject({
    'schema/tables_schema.yaml': 'tables:\n  claim:\n    columns:\n      id: {type: int}\n',
    'sql_scripts/a.sql': 'SELECT c.i▮d FROM default.cla▮im c',
  });
  expect(hover(view, places[0]!)?.markdown).toContain('**Column** `id` of `claim` · `int`');
  expect(hover(view, places[1]!)?.markdown).toContain('No usable source in `conf/config.yaml`.');
});
