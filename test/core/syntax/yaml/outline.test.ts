import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Outline, outline } from '../../../../core/syntax/yaml/outline.ts';

/** The pieces of a text as the outline cuts it. */
function cut(text: string): readonly string[] | null {
  const found: Outline | null = outline(text, ['tables']);
  if (found === null) return null;
  const piece = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const pieces = [piece(found.head)];
  for (const entry of found.entries) {
    const children = entry.section?.children ?? [];
    const [first] = children;
    pieces.push(
      first === undefined ? piece(entry) : text.slice(entry.start, first.start),
      ...children.map(piece),
    );
  }
  return pieces;
}

describe('the outline of a YAML file', () => {
  it('cuts it at its entries and at those of the sections, comments with the entry before', () => {
    const text =
      '# head\na: 1\n# note\ntables: # all\n  # first\n  x:\n    b: 1\n\n  # about y\n  y: {}\nz: 2\n';
    expect(cut(text)).toEqual([
      '# head\n',
      'a: 1\n# note\n',
      'tables: # all\n  # first\n',
      '  x:\n    b: 1\n\n  # about y\n',
      '  y: {}\n',
      'z: 2\n',
    ]);
  });

  it.each(['conf/config.yaml', 'schema/tables_schema.yaml'])('loses nothing of %s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(cut(text)?.join('')).toBe(text);
    expect(cut(text)?.length).toBeGreaterThan(3);
  });

  it('keeps scalars, brackets and lists of several lines in their block', () => {
    const text =
      'tables:\n  a:\n    q: "x\n     y: z"\n    l: [1,\n     b: 2]\n    t: |\n      c: 1\n\n     \n  b:\n  - x\n  c: [\n  ]\n';
    expect(
      cut(text)
        ?.slice(2)
        .map((piece) => piece.trim().slice(0, 2)),
    ).toEqual(['a:', 'b:', 'c:']);
  });

  it('ends a quote that is never closed where its entry ends', () => {
    expect(cut('tables:\n  a: "open\n  b: 1\n')).toEqual(['', 'tables:\n', '  a: "open\n', '  b: 1\n']);
  });

  it.each([
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['an end marker', 'a: 1\n...\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['an explicit key', '? a\n: 1\n'],
    ['a flow mapping as root', '{a: 1}\n'],
    ['a list as root', '- a\n'],
    ['an indented root', '  a: 1\n'],
    ['a merge key', '<<: {a: 1}\n'],
    ['a tab as indentation', 'a:\n\tb: 1\n'],
    ['a byte order mark inside', 'a: 1\n\uFEFFb: 2\n'],
  ])('gives up on %s', (_, text) => {
    expect(outline(text, ['tables'])).toBeNull();
  });

  it.each([
    ['a flow mapping', 'tables: {x: 1}\n'],
    ['an anchor', 'tables: &t\n  a: 1\n'],
    ['explicit keys', 'tables:\n  ? a\n  : 1\n'],
    ['a list', 'tables:\n- a\n- b\n'],
    ['nothing', 'tables:\nb: 1\n'],
  ])('takes a section of %s as one block', (_, text) => {
    expect(outline(text, ['tables'])?.entries[0]?.section).toBeNull();
  });

  it('accepts one marker before the first entry', () => {
    expect(cut('---\na: 1\n')).toEqual(['---\n', 'a: 1\n']);
  });
});
