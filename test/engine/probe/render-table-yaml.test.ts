import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadProject } from '../../../core/model/load-project.ts';
import { inferTable } from '../../../engine/probe/infer-table.ts';
import { renderSourceYaml, renderTableYaml } from '../../../engine/probe/render-table-yaml.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

async function rendered(text: string, name = 'claims.csv') {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  const table = await inferTable(path);
  if (table.kind !== 'table') throw new Error(table.message);
  return { table: renderTableYaml(table), source: renderSourceYaml(table, 'source/claims/') };
}
const indent = (text: string) => text.replace(/^(?=.)/gm, '  ');
const rows = Array.from(
  { length: 120 },
  (_, index) =>
    `C${index};${index % 2 ? 'yes, please' : 'on'};31.12.20${10 + (index % 9)};x${index}@y.org;${index % 7 ? index : 'N/A'}`,
);

test('writes entries that a project loads without a finding', async () => {
  const { table, source } = await rendered(`Claim Id;answer;day;mail;n\n${rows.join('\n')}\n`);
  const project = loadProject({
    config: `target_path: t/\ntarget_schema: s\nsources:\n${indent(source)}`,
    schema: `tables:\n${indent(table)}`,
  });
  expect(project.findings).toEqual([]);
  const [dataset] = project.datasets;
  expect(dataset?.source).toMatchObject({
    mergeKey: ['Claim_Id'],
    cdcKey: null,
    format: { delimiter: ';', nullValues: ['N/A'] },
  });
  expect(
    dataset?.table?.columns.map(({ name, type, formats, renameFrom, mask }) => [
      name,
      type,
      formats,
      renameFrom,
      mask,
    ]),
  ).toEqual([
    ['Claim_Id', 'string', [], ['Claim Id'], null],
    ['answer', 'string', [], [], null],
    ['day', 'date', ['d.M.yyyy'], [], null],
    ['mail', 'string', [], [], 'null'],
    ['n', 'int', [], [], null],
  ]);
  expect(dataset?.table?.columns[1]?.validValues).toEqual(['on', 'yes, please']);
});

test('quotes words that older YAML readers take for booleans', async () => {
  const { table } = await rendered(
    `id,x\n${rows.map((_, index) => `A${index},${index % 2 ? 'on' : 'maybe'}`).join('\n')}\n`,
  );
  expect(table).toContain('- "on"');
  expect(parse(table, { version: '1.1' }).claims.columns.x.valid_vals).toEqual(['maybe', 'on']);
});

test('says in comments what a person has to decide', async () => {
  const { table, source } = await rendered(
    'a,b\n1,1/2/2024\n1,3/4/2024\n2,5/6/2024\n2,5/6/2024\n',
    "x's.csv",
  );
  expect(table).toMatch(/^# From 4 records\.\n# No single column tells the records apart/);
  expect(table).toContain('# No value tells whether it is `M/d/yyyy` or `d/M/yyyy`');
  expect(parse(source)).toMatchObject({ x_s: { merge_key: [], cdc_key: '' } });
});

test('writes the format where it is not the usual one', async () => {
  const { source } = await rendered("1|'a|b'\n2|'c|d'\n");
  expect(parse(source).claims.format).toEqual({ delimiter: '|', quote: "'", header: false });
});
