import { k } from '../lexer/keywords.ts';
import { s } from '../lexer/token-codes.ts';
import { codeAt, type Failure, type Propose, type Repair, rangeOf, textOf } from './repair.ts';
import { isSync } from './word-classes.ts';

/** Both parentheses are missing around what a word takes: `IN 1, 2` and `OVER PARTITION BY a`. */
export const proposeBoth: Propose = (failure) => {
  const { tokens, at } = failure;
  for (let word = at - 1; word > 0 && word >= at - 3; word -= 1) {
    const code = codeAt(tokens, word);
    if (code === k.IN && word === at - 1) return [around(failure, word, endOfValues(failure, at))];
    if (code === k.OVER && isWindowWord(codeAt(tokens, word + 1))) {
      return [around(failure, word, endOfWindow(failure, word + 1))];
    }
  }
  return [];
};

function isWindowWord(code: number): boolean {
  return code === k.PARTITION || code === k.ORDER;
}

/** Index behind the values of a list. */
function endOfValues({ tokens }: Failure, from: number): number {
  let index = from;
  while (index < tokens.end && (codeAt(tokens, index) === s[','] || !isEndOfValues(codeAt(tokens, index))))
    index += 1;
  return index;
}

function isEndOfValues(code: number): boolean {
  return isSync(code) || code === k.AND || code === k.OR;
}

/** Index behind what tells how a window is made: to the next part of the query, or the alias. */
function endOfWindow({ tokens }: Failure, from: number): number {
  let index = from;
  while (index < tokens.end) {
    const code = codeAt(tokens, index);
    if (isSync(code) && code !== k.ORDER && code !== k.SORT) break;
    index += 1;
  }
  return index;
}

function around({ tokens }: Failure, word: number, last: number): Repair {
  const start = tokens.starts[word + 1] ?? tokens.text.length;
  const end = tokens.ends[last - 1] ?? 0;
  return {
    code: 'sql-syntax',
    message: `What follows \`${textOf(tokens, word)}\` stands in parentheses; write \`(\` before it and \`)\` behind it.`,
    range: rangeOf(tokens, word + 1, last - 1),
    fix: {
      title: 'Add the parentheses',
      edits: [
        { range: { start, end: start }, newText: '(' },
        { range: { start: end, end }, newText: ')' },
      ],
    },
    edit: { at: word + 1, removed: 0, inserted: [s['(']] },
    also: { at: last, removed: 0, inserted: [s[')']] },
    cost: 0,
  };
}
