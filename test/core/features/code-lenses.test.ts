import { expect, test } from 'vitest';
import { codeLenses } from '../../../core/features/code-lenses.ts';
import { markedProject, shown } from './support/marked-project.ts';

const files = {
  'conf/config.yaml': 'sources:\n  ⟦claim⟧: {path: a/}\n  lonely: {path: b/}\n',
  'schema/tables_schema.yaml':
    'tables:\n  ⟦claim⟧: {columns: {id: {}}}\n  visit: {columns: {a: {references: claim.id}, b: {references: {to: Claim.id}}}}\n',
};

test('offers runs above datasets of which both halves are known, and counts references', () => {
  const { view, ranges } = markedProject(files);
  for (const [index, file] of Object.keys(files).entries()) {
    const lenses = codeLenses(view, file);
    expect(lenses.map(({ title, action, dataset }) => [title, action, dataset])).toEqual([
      ['Ingest', 'ingest', 'claim'],
      ['Dry run', 'dryRun', 'claim'],
      ['Preview', 'preview', 'claim'],
      ['2 references', 'references', 'claim'],
    ]);
    for (const { range } of lenses) expect(shown(view, { file, range })).toBe(shown(view, ranges[index]!));
  }
});

test('has none for other files and files that are not there', () => {
  const { view } = markedProject({ 'sql_scripts/a.sql': 'SELECT 1' });
  for (const file of ['sql_scripts/a.sql', 'conf/config.yaml']) expect(codeLenses(view, file)).toEqual([]);
});
