import { expect, test } from 'vitest';
import { foldingRanges } from '../../../core/features/folding.ts';

const folds = (text: string) =>
  foldingRanges(text).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === 'comment' ? ' comment' : ''}`,
  );

test('folds every entry with lines below it, without the blank lines behind it', () => {
  expect(folds('a:\n  b:\n    c: 1\n\n  d: 2\n\ne: 3\n')).toEqual(['0-4', '1-2']);
  expect(folds('a:\r\n  b: 1\r\nc: 2')).toEqual(['0-1']);
});

test('folds lists below their key and at its column', () => {
  expect(folds('a:\n  - x\n  - y: 1\n    z: 2\nb: 3')).toEqual(['0-3', '2-3']);
  expect(folds('a:\n- x\n- y: 1\n  z: 2\nb: 3')).toEqual(['0-3', '2-3']);
});

test('folds texts, collections and comments of several lines', () => {
  expect(folds('a: |\n  x\n  y\nb: {\n  c: 1\n}\n')).toEqual(['0-2', '3-5']);
  expect(folds('# one\n# two\na: 1\n# alone\nb:\n  c: 1\n  # d\n  # e')).toEqual([
    '0-1 comment',
    '4-5',
    '6-7 comment',
  ]);
});

test('folds broken text, and nothing in an empty one', () => {
  expect(folds('a:\n  b: "x\n    c: [\nd')).toEqual(['0-2', '1-2']);
  expect(folds('')).toEqual([]);
  expect(folds('\n\n')).toEqual([]);
});
