import { expect, test } from 'vitest';
import { workspaceSymbols } from '../../../core/features/workspace-symbols.ts';
import { markedProject, shown } from './support/marked-project.ts';

const { view } = markedProject({
  'conf/config.yaml': 'sources: {lonely: {path: a/}}',
  'schema/tables_schema.yaml':
    'tables:\n  claim:\n    columns: {claim_id: {}, id: {}, paid: {}}\n    checks: [{name: id_is_set, expr: id > 0}]\n',
});
const found = (query: string) =>
  workspaceSymbols(view, query).map(({ name, kind, container }) => `${kind} ${container}/${name}`);

test('finds what the letters of the query could mean, the nearest first', () => {
  expect(found('id')).toEqual([
    'column claim/id',
    'check claim/id_is_set',
    'column claim/claim_id',
    'column claim/paid',
  ]);
  expect(found('CID')).toEqual(['column claim/claim_id']);
  expect(found('nothing')).toEqual([]);
});

test('gives the datasets for an empty query', () => {
  expect(found('')).toEqual(['dataset /claim', 'dataset /lonely']);
});

test('tells where each of them is defined', () => {
  expect(workspaceSymbols(view, 'lonely').map((symbol) => shown(view, symbol))).toEqual([
    'conf/config.yaml:10: lonely',
  ]);
  expect(workspaceSymbols(view, 'paid').map((symbol) => shown(view, symbol))).toEqual([
    'schema/tables_schema.yaml:53: paid',
  ]);
});
