import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadProject } from '../../../core/model/load-project.ts';
import { probeSources } from '../../../engine/probe/probe-sources.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

function project(
  files: Readonly<Record<string, string>>,
  source = '',
  columns = 'id: {type: int}\n      day: {type: date}',
) {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const config = `target_path: t/\ntarget_schema: s\nsources:\n  a:\n    path: in/\n    merge_key: id\n    cdc_key: ''\n${source}`;
  return {
    root,
    project: loadProject({ config, schema: `tables:\n  a:\n    columns:\n      ${columns}\n` }),
  };
}
const probe = async (...args: Parameters<typeof project>) => {
  const made = project(...args);
  return (await probeSources(made.root, made.project)).sources['a'];
};

test('counts blank, fitting and other values of the first waiting file, and what they fit better', async () => {
  const facts = await probe({
    'in/b.csv': 'x\n',
    'in/a.csv': ' ID ,day,extra\n1,25.12.2024,q\nx,24.12.2024,q\n , ,q\n"2",1.1.2024,q\nbad\n',
  });
  expect(facts).toEqual({
    file: 'in/a.csv',
    headers: [' ID ', 'day', 'extra'],
    samples: 4,
    columns: {
      ' ID ': { values: 3, fitting: 2, blank: 1 },
      day: { values: 3, fitting: 0, blank: 1, better: { type: 'date', formats: ['d.M.yyyy'], fitting: 3 } },
    },
  });
});

test('looks at a thousand records and no more', async () => {
  const facts = await probe({ 'in/a.csv': `id,day\n${'1,2024-01-01\n'.repeat(5000)}` });
  expect([facts?.samples, facts?.columns['id']?.fitting]).toEqual([1000, 1000]);
});

test('counts texts that mean NULL as blank, and reads the declared format', async () => {
  const format = "    format: {delimiter: ';', header: false, null_values: ['-']}\n";
  const facts = await probe({ 'in/a.csv': '1;-\n2;2024-01-01\n' }, format);
  expect(facts).toMatchObject({
    headers: ['id', 'day'],
    samples: 2,
    columns: { day: { values: 1, fitting: 1, blank: 1 } },
  });
});

test('knows a column by its former name', async () => {
  const facts = await probe(
    { 'in/a.csv': 'old,day\n1,2024-01-01\n' },
    '',
    'id: {type: int, rename_from: OLD}\n      day: {type: date}',
  );
  expect(facts?.columns['old']).toEqual({ values: 1, fitting: 1, blank: 0 });
});

test('tells the header of a file without records, doubled names kept', async () => {
  expect(await probe({ 'in/a.csv': 'id,id,__proto__\n' })).toMatchObject({
    headers: ['id', 'id', '__proto__'],
    samples: 0,
  });
});

test('leaves out what it cannot read', async () => {
  expect(await probe({})).toBeUndefined();
  expect(await probe({ 'in/a.csv': '' })).toBeUndefined();
  expect(await probe({ 'in/a.csv': '\n\n' })).toBeUndefined();
  expect(await probe({ 'in/a.csv.gz': 'not gzip' })).toBeUndefined();
  const linked = project({ 'x.csv': 'id\n1\n', 'in/.keep': '' });
  symlinkSync(join(linked.root, 'x.csv'), join(linked.root, 'in/link.csv'));
  expect(await probeSources(linked.root, linked.project)).toEqual({ sources: {} });
});
