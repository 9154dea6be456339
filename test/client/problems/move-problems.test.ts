import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineChange } from '../../../client/problems/line-change.ts';
import { moveLines } from '../../../client/problems/move-problems.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an editor does to a text, and what follows for things on its lines. Offsets in UTF-16. */
function edit(text: string, { start, end, text: inserted }: Edit, marked: readonly number[]) {
  const after = text.slice(0, start) + inserted + text.slice(end);
  const rest = after.slice(start + inserted.length).split('\n')[0] ?? '';
  const change = { range: { start: place(text, start), end: place(text, end) }, text: inserted };
  const moved = moveLines(
    marked.map((line) => ({ line, text: text.split('\n')[line] ?? '' })),
    [lineChange(change, rest.trim() === '')],
  );
  return { after, moved };
}

function place(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const text = 'zero\none\ntwo\nthree';
const at = (found: string) => text.indexOf(found);

test('an edit inside a line takes what stands on it', () => {
  const { moved } = edit(text, { start: at('one') + 1, end: at('one') + 2, text: 'N' }, [0, 1, 2]);
  expect(moved.map(({ line }) => line)).toEqual([0, 2]);
});

test('lines put in above move everything below, and touch nothing', () => {
  const { moved } = edit(text, { start: at('one'), end: at('one'), text: 'new\nnewer\n' }, [0, 1, 3]);
  expect(moved.map(({ line }) => line)).toEqual([0, 3, 5]);
});

test('a line begun below leaves the line alone', () => {
  const end = at('one') + 3;
  const { moved } = edit(text, { start: end, end, text: '\n  key: 1' }, [1, 2]);
  expect(moved.map(({ line }) => line)).toEqual([1, 3]);
});

test('whole lines taken out take what stood on them, and no more', () => {
  const { moved } = edit(text, { start: at('one'), end: at('two'), text: '' }, [0, 1, 2, 3]);
  expect(moved.map(({ line, text: of }) => [line, of])).toEqual([
    [0, 'zero'],
    [1, 'two'],
    [2, 'three'],
  ]);
});

test('several edits at once are taken from the last to the first', () => {
  const moved = moveLines(
    [{ line: 1 }, { line: 5 }, { line: 9 }],
    [
      { startLine: 0, endLine: -1, added: 0 },
      { startLine: 5, endLine: 5, added: 0 },
    ],
  );
  expect(moved).toEqual([{ line: 2 }, { line: 10 }]);
});

test('what stays is on a line with the text that it had', () => {
  const lines = fc.array(fc.constantFrom('a', 'bb', '  c: 1', ''), { minLength: 1, maxLength: 8 });
  const inserted = fc.array(fc.constantFrom('x', '\n', ' ', 'y: 2'), { maxLength: 4 });
  fc.assert(
    fc.property(lines, inserted, fc.nat(), fc.nat(), (before, pieces, one, other) => {
      const source = before.join('\n');
      const [start, end] = [one % (source.length + 1), other % (source.length + 1)].sort((a, b) => a - b);
      const { after, moved } = edit(
        source,
        { start: start ?? 0, end: end ?? 0, text: pieces.join('') },
        before.map((_, line) => line),
      );
      for (const { line, text: was } of moved) expect(after.split('\n')[line]?.trimEnd()).toBe(was.trimEnd());
    }),
    { seed: 20261123, numRuns: 3000 },
  );
});
