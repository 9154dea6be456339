import { expect, test } from 'vitest';
import { type DocumentSymbol, documentSymbols } from '../../../core/features/document-symbols.ts';
import { markedProject } from './support/marked-project.ts';

function outlined(symbols: readonly DocumentSymbol[], depth = 0): readonly string[] {
  return symbols.flatMap(({ name, kind, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : `: ${detail}`}`,
    ...outlined(children, depth + 1),
  ]);
}

const schema = `tables:
  claim:
    description: Claims
    columns:
      id:
        type: int
      other:
    mask: [id]
    checks:
      - id > 0
      - name: some
        table: count(*) > 0
`;

test('outlines the schema file', () => {
  const { view } = markedProject({ 'schema/tables_schema.yaml': schema });
  expect(outlined(documentSymbols(view, 'schema/tables_schema.yaml'))).toEqual([
    'section tables',
    '  dataset claim',
    '    setting description: Claims',
    '    section columns',
    '      column id: int',
    '      column other: string',
    '    setting mask',
    '    setting checks',
    '      check check_1: id > 0',
    '      check some: count(*) > 0',
  ]);
});

test('outlines the configuration', () => {
  const { view } = markedProject({
    'conf/config.yaml':
      'target_path: x/\nenvironments:\n  local:\n    sources: {claim: {path: a/}}\nsources:\n  claim:\n    path: b/\n    format: {delimiter: "|"}\n',
  });
  expect(outlined(documentSymbols(view, 'conf/config.yaml'))).toEqual([
    'setting target_path: x/',
    'section environments',
    '  environment local',
    '    section sources',
    '      dataset claim',
    '        setting path: a/',
    'section sources',
    '  dataset claim',
    '    setting path: b/',
    '    setting format',
    '      setting delimiter: |',
  ]);
});

test('holds every name in its range and every child in its parent, also in broken text', () => {
  const check = (symbols: readonly DocumentSymbol[], outer: { start: number; end: number }): void => {
    for (const { range, selectionRange, children, name } of symbols) {
      expect([name, selectionRange.start >= range.start, selectionRange.end <= range.end]).toEqual([
        name,
        true,
        true,
      ]);
      expect([name, range.start >= outer.start, range.end <= outer.end]).toEqual([name, true, true]);
      check(children, range);
    }
  };
  for (const text of [schema, `${schema}  broken:\n    columns: {a: "\n`]) {
    const { view } = markedProject({ 'schema/tables_schema.yaml': text });
    const symbols = documentSymbols(view, 'schema/tables_schema.yaml');
    expect(symbols.length).toBe(1);
    check(symbols, { start: 0, end: text.length });
  }
});

test('has nothing for other files', () => {
  const { view } = markedProject({ 'other.yaml': 'a: 1' });
  expect(documentSymbols(view, 'other.yaml')).toEqual([]);
  expect(documentSymbols(view, 'conf/config.yaml')).toEqual([]);
});
