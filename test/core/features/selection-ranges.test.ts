import { expect, test } from 'vitest';
import { selectionRanges } from '../../../core/features/selection-ranges.ts';
import { markedProject } from './support/marked-project.ts';

function growth(file: string, text: string): readonly string[] {
  const { view, place } = markedProject({ [file]: text });
  const [spans = []] = selectionRanges(view, file, [place.offset]);
  const plain = text.replace('▮', '');
  return spans.map(({ start, end }) => plain.slice(start, end));
}

test('grows from the word by value, entry and mapping to the whole text', () => {
  const text = "tables:\n  claim:\n    columns: {a: {}}\n    description: 'One ro▮w'\n";
  expect(growth('schema/tables_schema.yaml', text)).toEqual([
    'row',
    'One row',
    "'One row'",
    "description: 'One row'",
    "columns: {a: {}}\n    description: 'One row'",
    "claim:\n    columns: {a: {}}\n    description: 'One row'",
    "tables:\n  claim:\n    columns: {a: {}}\n    description: 'One row'",
    text.replace('▮', ''),
  ]);
});

test('grows from a key, in broken text, and in scripts', () => {
  expect(growth('conf/config.yaml', 'sources:\n  cl▮aim:\n    path: "a\n')[0]).toBe('claim');
  expect(growth('conf/config.yaml', 'sources: {a: {path: b, merge_key: [c, d▮d]}}')).toEqual([
    'dd',
    '[c, dd]',
    'merge_key: [c, dd]',
    '{path: b, merge_key: [c, dd]}',
    'a: {path: b, merge_key: [c, dd]}',
    '{a: {path: b, merge_key: [c, dd]}}',
    'sources: {a: {path: b, merge_key: [c, dd]}}',
  ]);
  expect(growth('sql_scripts/a.sql', 'SELECT i▮d\nFROM claim')).toEqual([
    'id',
    'SELECT id',
    'SELECT id\nFROM claim',
  ]);
});

test('gives each span within the next for every offset', () => {
  const text = 'tables:\n  claim: # x\n    columns:\n      a: {type: "int"}\n\n    mask:\n      - a\n';
  const { view } = markedProject({ 'schema/tables_schema.yaml': text });
  const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
  for (const [offset, spans] of selectionRanges(view, 'schema/tables_schema.yaml', offsets).entries()) {
    for (const [index, { start, end }] of spans.entries()) {
      const inner = spans[index - 1] ?? { start: offset, end: offset };
      expect([start <= inner.start, end >= inner.end]).toEqual([true, true]);
    }
  }
});
