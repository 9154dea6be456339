import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYaml } from '../../../core/features/format.ts';
import { parseYaml } from '../../../core/syntax/yaml/parse-yaml.ts';
import { toValue } from '../../../core/syntax/yaml/to-value.ts';

function formatted(text: string, indentSize = 2): string {
  let result = text;
  for (const { range, newText } of [...formatYaml(text, { file: 'a.yaml', indentSize })].reverse()) {
    result = result.slice(0, range.start) + newText + result.slice(range.end);
  }
  return result;
}

const meaning = (text: string) => {
  const { root } = parseYaml(text);
  return root === null ? null : toValue(root, new WeakMap());
};

test('leaves the example project as it is', () => {
  for (const file of ['conf/config.yaml', 'schema/tables_schema.yaml']) {
    expect(formatYaml(readFileSync(file, 'utf8'), { file })).toEqual([]);
  }
});

test('indents by two and puts lists below their key', () => {
  expect(formatted('a:\n    b:\n        c: 1\n    d:\n    - x\n    -   y: 1\n        z: 2\n')).toBe(
    'a:\n  b:\n    c: 1\n  d:\n    - x\n    - y: 1\n      z: 2\n',
  );
  expect(formatted('a:\n- x\n-  - y\n   - z\n')).toBe('a:\n  - x\n  - - y\n    - z\n');
  expect(formatted('a:\n  b: 1\n', 4)).toBe('a:\n    b: 1\n');
});

test('takes away blanks that mean nothing, and doubled blank lines', () => {
  expect(formatted('\n\na:   1  \n\n\n\nb :   "x"\t\nc:\n  d: 2\n\n')).toBe('a: 1\n\nb: "x"\nc:\n  d: 2\n');
  expect(formatted('a: 1')).toBe('a: 1\n');
  expect(formatted('')).toBe('');
  expect(formatted('\n\n')).toBe('');
});

test('keeps comments with the lines that they belong to', () => {
  const text = `# file
a:
    # about b
    b: 1     # one
      # odd

    # at the end of a
# about c
c:    # open
    -  x
    # about y
    -  y
  # trailing
`;
  expect(formatted(text)).toBe(`# file
a:
  # about b
  b: 1     # one
    # odd

  # at the end of a
# about c
c:    # open
  - x
  # about y
  - y
# trailing
`);
});

test('moves texts of several lines as one', () => {
  expect(
    formatted('a:\n    b: |\n        x\n          y\n\n        z\n    c: >-\n     folded\n     text\n'),
  ).toBe('a:\n  b: |\n    x\n      y\n\n    z\n  c: >-\n    folded\n    text\n');
  expect(formatted('a:\n    b: |2\n        x\n    c: 1\n')).toBe('a:\n  b: |2\n      x\n  c: 1\n');
  expect(
    formatted('a:\n    b: "x\n       y"\n    c: plain\n      goes on\n    d: {e: 1,\n        f: 2}\n'),
  ).toBe('a:\n  b: "x\n     y"\n  c: plain\n    goes on\n  d: {e: 1,\n      f: 2}\n');
  expect(formatted('a:\n    b:\n        plain\n          text\n')).toBe('a:\n  b:\n    plain\n      text\n');
});

test('keeps the line ends of the file', () => {
  expect(formatted('a:\r\n    b: 1  \r\n    c:\r\n    - x')).toBe('a:\r\n  b: 1\r\n  c:\r\n    - x\r\n');
});

test('keeps anchors, tags, markers and quoted keys', () => {
  const text = '---\na: &x\n    "b c" : 1\n    \'d\':   &y 2\ne: *x\nf: !t   3\n';
  expect(formatted(text)).toBe('---\na: &x\n  "b c": 1\n  \'d\': &y 2\ne: *x\nf: !t   3\n');
});

test('leaves broken text alone', () => {
  for (const text of [
    'a: "x\n',
    'a:\n  b: 1\n c: 2\n',
    'a: 1\na:   2\n',
    'a: [1\nb:    2\n',
    '? a\n:   b\n',
  ]) {
    expect(formatYaml(text, { file: 'a.yaml' })).toEqual([]);
  }
});

test('edits only the lines that change', () => {
  const edits = formatYaml('a: 1\nb:   2\nc: 3\n', { file: 'x.yaml' });
  expect(edits).toEqual([{ file: 'x.yaml', range: { start: 5, end: 11 }, newText: 'b: 2' }]);
});

describe('whatever the layout', () => {
  type Tree =
    | string
    | { readonly kind: 'map' | 'list'; readonly width: number; readonly items: readonly Item[] };
  interface Item {
    readonly tree: Tree;
    readonly before: string;
    readonly gap: number;
  }
  const scalar = fc.constantFrom(
    '1',
    'x',
    '"q # r"',
    "'it''s'",
    '[a,  b]',
    '{a: 1,\n{i}b: 2}',
    'a b # c',
    '~',
    '',
  );
  const block = fc.constantFrom(
    '|\n{i}x\n{i}  y',
    '>-  # c\n{i}t\n\n{i}u',
    '"a\n{i} b"',
    'p\n{i} q',
    '\n{i}z',
  );
  const { tree } = fc.letrec<{ tree: Tree; item: Item }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      scalar,
      block,
      fc.record({
        kind: fc.constantFrom('map' as const, 'list' as const),
        width: fc.integer({ min: 1, max: 5 }),
        items: fc.array(tie('item'), { minLength: 1, maxLength: 4 }),
      }),
    ),
    item: fc.record({
      tree: tie('tree'),
      before: fc.constantFrom('', '', '', '\n', ' \n\n', '{i}# c\n', '# d\n', '{i}  # e\n\n'),
      gap: fc.integer({ min: 1, max: 3 }),
    }),
  }));

  function print(of: Tree, column: number): string {
    if (typeof of === 'string') return of.replaceAll('{i}', ' '.repeat(column + 1));
    const space = ' '.repeat(column);
    const lines = of.items.map(({ tree: inner, before, gap }, index) => {
      const isNested = typeof inner !== 'string';
      const deeper = column + (isNested ? inner.width : 1);
      const value = print(inner, deeper);
      const head = of.kind === 'list' ? '-' : `k${index}:`;
      const between = isNested ? '\n' : ' '.repeat(gap);
      return `${before.replaceAll('{i}', space)}${space}${head}${between}${value}`;
    });
    return lines.join('\n');
  }

  test('the result means the same, has the same comments, and is not formatted again', () => {
    let changed = 0;
    fc.assert(
      fc.property(tree, (of) => {
        const text = print(of, 0);
        const once = formatted(text);
        if (once !== text) changed += 1;
        expect(formatted(once)).toBe(once);
        expect(meaning(once)).toEqual(meaning(text));
        const words = (written: string) => written.replace(/\s+/g, '');
        expect(words(once)).toBe(words(text));
      }),
      { seed: 7, numRuns: 600 },
    );
    expect(changed).toBeGreaterThan(300);
  });
});
