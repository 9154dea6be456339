import { expect, test } from 'vitest';
import { cursorAt } from '../../../../core/features/support/cursor-at.ts';
import { readCursor } from '../../../../core/syntax/yaml/cursor/read-cursor.ts';
import { markedProject } from './marked-project.ts';

const tables = `# head
tables:
  claim:
    columns:
      id: {type: int}
      other:
        type: string
    checks:
      - expr: >
          id > 0
      - name: a
        expr: id > 1

  # between
  visit:
    mask:
    - id
    columns: {a: {},
      b: {}}
  broken:
    columns: ["
      x:
  last:
    columns:
      a:
        type: int
other:
  x: 1
`;

test('reads every place as if it had read the whole text', () => {
  for (const text of [
    tables,
    tables.replaceAll('\n', '\r\n'),
    'tables: {a: {b: 1}}\n',
    '{tables: {a: {}}}',
    '',
  ]) {
    const file = 'schema/tables_schema.yaml';
    const { view } = markedProject({ [file]: text });
    const plain = (cursor: ReturnType<typeof readCursor>) =>
      cursor === null ? null : { ...cursor, siblings: cursor.siblings() };
    for (let offset = 0; offset <= text.length; offset += 1) {
      expect([offset, plain(cursorAt(view, { file, offset }))]).toEqual([
        offset,
        plain(readCursor(text, offset)),
      ]);
    }
  }
});

test('reads the text of the view where the project was loaded from an older one', () => {
  const file = 'schema/tables_schema.yaml';
  const { view } = markedProject({ [file]: tables });
  const documents = { ...view.documents, [file]: `owner: x\n${tables}` };
  expect(cursorAt({ ...view, documents }, { file, offset: 3 })?.path).toEqual([]);
});
