import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../../core/syntax/yaml/mend/mend-block.ts';
import { parseBlock } from '../../../../../core/syntax/yaml/parse-block.ts';

/** A broken block with what is wrong in `⟦ ⟧`, and the same block as the first fix leaves it. */
const mistakes: readonly (readonly [what: string, broken: string, mended: string, message: RegExp])[] = [
  [
    'a second colon',
    'a:\n  desc: ⟦Given: first⟧ # why\n',
    "a:\n  desc: 'Given: first' # why\n",
    /second `: `/,
  ],
  [
    'a value that ends with a colon',
    'a:\n  desc: ⟦Given:⟧\n  b: 1\n',
    "a:\n  desc: 'Given:'\n  b: 1\n",
    /second `: `/,
  ],
  [
    'a class of a pattern',
    'a:\n  pattern: ⟦[A-Z]{2}⟧\n  b: 1\n',
    "a:\n  pattern: '[A-Z]{2}'\n  b: 1\n",
    /bracket/,
  ],
  ['a sign at the start', "a:\n  b: ⟦@it's⟧\n", "a:\n  b: '@it''s'\n", /begins with `@`/],
  ['a backquote at the start', 'a:\n  b: ⟦`x`⟧\n', "a:\n  b: '`x`'\n", /begins with a backquote/],
  ['an open quote', 'a:\n  b: ⟦"open⟧\n  c: 1\n', 'a:\n  b: "open"\n  c: 1\n', /never closed; add `"`/],
  ['an open bracket', 'a:\n  b: ⟦[x, y⟧ # c\n  c: 1\n', 'a:\n  b: [x, y] # c\n  c: 1\n', /Bracket `\[`/],
  ['brackets open in one another', 'a: ⟦{b: [1, 2⟧\nc: 1\n', 'a: {b: [1, 2]}\nc: 1\n', /add `\]}`/],
  ['a quote open inside of a bracket', "a: {b: ⟦'x⟧\nc: 1\n", "a: {b: 'x'}\nc: 1\n", /Quote `'`/],
  ['an apostrophe', "a:\n  b: ⟦'Patient's name'⟧\n", "a:\n  b: 'Patient''s name'\n", /written twice/],
  [
    'text behind a quote',
    "a:\n  b: ⟦'x' or 'y'⟧\n",
    "a:\n  b: '''x'' or ''y'''\n",
    /behind the closing quote/,
  ],
  ['an escape', 'a:\n  b: ⟦"\\d{5}"⟧\n', "a:\n  b: '\\d{5}'\n", /`\\d` means nothing/],
  [
    'a quote inside of quotes',
    'a:\n  b: ⟦"say "hi""⟧\n',
    'a:\n  b: \'say "hi"\'\n',
    /double quote stands inside/,
  ],
  ['a missing comma', 'a: {b: c ⟦d⟧: e f: g}\n', 'a: {b: c, d: e, f: g}\n', /comma is missing before `d`/],
  [
    'a missing colon',
    'a:\n  b: 1\n  ⟦merge_key⟧ id\n  c: 2\n',
    'a:\n  b: 1\n  merge_key: id\n  c: 2\n',
    /`merge_key:`/,
  ],
  ['an opener without a colon', 'a:\n  ⟦b⟧\n    c: 1\n', 'a:\n  b:\n    c: 1\n', /`b:`/],
  ['another sign for a colon', 'a:\n  ⟦b⟧ = 1\n  c: 2\n', 'a:\n  b: 1\n  c: 2\n', /`b:`/],
  ['a missing space', 'a:\n  ⟦b:1⟧\n  c: 2\n', 'a:\n  b: 1\n  c: 2\n', /space is missing/],
  ['a dash among keys', 'a:\n  b: 1\n  ⟦-⟧ c: 2\n  d: 3\n', 'a:\n  b: 1\n  c: 2\n  d: 3\n', /take it away/],
  ['a tab', 'a:\n  b:\n⟦\t⟧c: 1\n\td: 2\n  e: 3\n', 'a:\n  b:\n    c: 1\n    d: 2\n  e: 3\n', /use spaces/],
  ['tabs alone', 'a:\n⟦\t⟧b:\n\t\tc: 1\n\t\td: 2\n', 'a:\n  b:\n    c: 1\n    d: 2\n', /use spaces/],
  ['a tab in CRLF lines', 'a:\r\n⟦\t⟧b: 1\r\n', 'a:\r\n  b: 1\r\n', /use spaces/],
  ['one space too few', 'a:\n  b: 1\n ⟦c⟧: 2\n  d: 3\n', 'a:\n  b: 1\n  c: 2\n  d: 3\n', /1 space more/],
  ['one space too many', 'a:\n  b: 1\n   ⟦c⟧: 2\n  d: 3\n', 'a:\n  b: 1\n  c: 2\n  d: 3\n', /1 space less/],
  [
    'a first line too deep',
    'a:\n    ⟦b⟧: 1\n  c: 2\n  d: 3\n',
    'a:\n  b: 1\n  c: 2\n  d: 3\n',
    /2 spaces less/,
  ],
  [
    'a mapping too deep',
    'a:\n  b:\n    x: 1\n   ⟦c⟧:\n    x: 2\n  d: 3\n',
    'a:\n  b:\n    x: 1\n  c:\n    x: 2\n  d: 3\n',
    /less/,
  ],
  [
    'a mapping too shallow',
    'a:\n  b:\n    x: 1\n ⟦c⟧:\n    x: 2\n  d: 3\n',
    'a:\n  b:\n    x: 1\n  c:\n    x: 2\n  d: 3\n',
    /more/,
  ],
];

describe('a mistake in the syntax', () => {
  it.each(mistakes)(
    'such as %s is told once, at its place, with a change that mends it',
    (_, marked, mended, message) => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const { problems } = parseBlock(text);
      expect(problems).toHaveLength(1);
      const [problem] = problems;
      expect(problem?.message).toMatch(message);
      const { start, end } = problem?.range ?? { start: 0, end: 0 };
      expect(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`).toBe(marked);
      expect(applyEdits(text, problem?.fixes?.[0]?.edits ?? [])).toBe(mended);
      expect(parseBlock(mended).problems).toEqual([]);
    },
  );

  it('in blanks that only look like spaces is told, and everything else is read as if they were', () => {
    const text = 'a:\n  b:\n  \u00a0 c: 1\n\u3000  \u00a0d: 2\n  e: 3\n';
    const { problems, root } = parseBlock(text);
    expect(problems).toMatchObject([{ code: 'yaml-syntax', range: { start: 8, end: 12 } }]);
    const mended = applyEdits(text, problems[0]?.fixes?.[0]?.edits ?? []);
    expect(mended).toBe('a:\n  b:\n    c: 1\n    d: 2\n  e: 3\n');
    expect(parseBlock(mended)).toMatchObject({ problems: [], root });
  });

  it('does not hide another one behind it', () => {
    const text = 'a:\n  b: x: y\n  c: 1\n  d "e"\n  f: @g\n';
    const { problems } = parseBlock(text);
    expect(problems.map(({ range }) => text.slice(range.start, range.end))).toEqual(['x: y', 'd', '@g']);
    const edits = problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
    expect(applyEdits(text, edits)).toBe("a:\n  b: 'x: y'\n  c: 1\n  d: \"e\"\n  f: '@g'\n");
  });

  it('that nobody can guess is told as the parser tells it, without its echoes', () => {
    const { problems } = parseBlock('a:\n  b: {]\n  c: 1\n  d: 2\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toHaveProperty('fixes');
  });

  it('is not looked into in text of a block scalar or a comment', () => {
    expect(parseBlock('a: |\n  b: c: d\n\te\n# f: g: h\n').problems.length).toBeLessThan(2);
    expect(parseBlock('a: |\n  b: c: d\n# f: g: h\n').problems).toEqual([]);
  });
});

describe('whatever is typed into a sound block', () => {
  const sound =
    'claim:\n  columns:\n    id: {type: string, required: true}\n    cost:\n      type: double # dollars\n      min: 0\n  mask: [id]\n  checks:\n    - name: "x"\n      expr: a > 1\n';

  it('every change that is offered leaves no error before the place that it mends', () => {
    const typed = fc.constantFrom(':', ': ', ' ', '\t', "'", '"', '[', '}', ',', '- ', '#', '\n', '@', '*');
    const edits = fc.array(fc.tuple(fc.nat(sound.length), fc.nat(2), typed), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, (changes) => {
        let text = sound;
        for (const [at, length, newText] of changes)
          text = text.slice(0, at) + newText + text.slice(at + length);
        const [first] = parseBlock(text).problems;
        for (const { edits: own } of first?.fixes ?? []) {
          const mended = applyEdits(text, own);
          expect(mended).not.toBe(text);
          if (first?.code !== 'yaml-syntax') continue;
          const [next] = parseBlock(mended).problems.filter(({ message }) => message === first.message);
          expect(next?.range ?? null).not.toEqual(first.range);
        }
      }),
      { seed: 20260301, numRuns: 600 },
    );
  });
});
