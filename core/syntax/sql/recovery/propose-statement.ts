import type { Range } from '../../../contracts/finding.ts';
import { k } from '../lexer/keywords.ts';
import { isWordCode } from '../lexer/token-codes.ts';
import { quote } from '../parser/quote.ts';
import {
  beginsLine,
  codeAt,
  type Failure,
  fixOf,
  type Propose,
  type Repair,
  rangeOf,
  textOf,
} from './repair.ts';
import { isStatementWord } from './word-classes.ts';

/** What is no SQL at all: prose, a Markdown fence, Python's triple quotes; and what belongs to a statement of another database. */
export const proposeStatement: Propose = (failure) =>
  failure.at === 0
    ? [...proposeFence(failure), ...proposeProse(failure)]
    : [...proposeInto(failure), ...proposeGo(failure)];

/** How far prose may reach, in tokens. */
const longestProse = 2000;

function proposeFence({ tokens }: Failure): Repair[] {
  const start = tokens.starts[0] ?? 0;
  const sign = tokens.text.slice(start, start + 3);
  if (sign !== '```' && sign !== '"""' && sign !== "'''") return [];
  const isFence = sign === '```';
  const opening = isFence ? /^[^\n]*/.exec(tokens.text.slice(start, start + 200))?.[0].length : 3;
  const edits = [{ range: { start, end: start + (opening ?? 3) }, newText: '' }];
  const close = tokens.text.lastIndexOf(sign);
  if (close > start + 2) edits.push({ range: { start: close, end: close + 3 }, newText: '' });
  const what = isFence ? "Markdown's fence" : "Python's quotes are";
  return [
    {
      code: 'sql-not-a-statement',
      message: isFence
        ? `${what} begins here, and no statement; take the lines with the three backquotes away.`
        : `${what} no SQL; take the three quotes at both ends away.`,
      range: { start, end: start + 3 },
      fix: { title: 'Take them away', edits },
      edit: { at: 0, removed: tokens.end, inserted: [] },
      cost: 0,
    },
  ];
}

/** Words before the first statement. */
function proposeProse({ tokens }: Failure): Repair[] {
  let next = 1;
  const last = Math.min(tokens.end, longestProse);
  while (next < last && !(isStatementWord(codeAt(tokens, next)) && beginsLine(tokens, next))) next += 1;
  const range = rangeOf(tokens, 0, next - 1);
  const line = tokens.text.slice(range.start, range.end).split('\n', 1)[0] ?? '';
  const isAll = next >= last;
  const what = isAll ? textOf(tokens, 0) : line;
  const advice = isAll
    ? 'a statement begins with a word such as `SELECT` or `INSERT`.'
    : 'take it away, or begin its lines with `--`.';
  return [
    {
      code: 'sql-not-a-statement',
      message: `${quote(what)} begins no statement; ${advice}`,
      range: isAll ? rangeOf(tokens, 0) : { start: range.start, end: range.start + line.length },
      ...(isAll ? {} : { fix: { title: 'Make it a comment', edits: comments(tokens.text, range) } }),
      edit: { at: 0, removed: isAll ? tokens.end : next, inserted: [] },
      cost: 4,
    },
  ];
}

function comments(
  text: string,
  { start, end }: Range,
): { readonly range: Range; readonly newText: string }[] {
  const edits = [{ range: { start, end: start }, newText: '-- ' }];
  for (let at = text.indexOf('\n', start); at !== -1 && at + 1 < end; at = text.indexOf('\n', at + 1)) {
    edits.push({ range: { start: at + 1, end: at + 1 }, newText: '-- ' });
  }
  return edits;
}

/** `SELECT a INTO t FROM u`. */
function proposeInto({ tokens, at }: Failure): Repair[] {
  for (let into = at; into > 0 && into >= at - 1; into -= 1) {
    const isInto = codeAt(tokens, into) === k.INTO && codeAt(tokens, 0) === k.SELECT;
    if (!isInto || !isWordCode(codeAt(tokens, into + 1))) continue;
    const name = textOf(tokens, into + 1);
    return [
      {
        code: 'sql-other-dialect',
        message: `Spark has no \`SELECT … INTO\`; write \`CREATE TABLE ${name} AS SELECT …\`.`,
        range: rangeOf(tokens, into, into + 1),
        edit: { at: into, removed: 2, inserted: [] },
        cost: 0,
      },
    ];
  }
  return [];
}

/** `GO` on a line of its own. */
function proposeGo({ tokens, at }: Failure): Repair[] {
  for (let go = at; go > 0 && go >= at - 2; go -= 1) {
    const isAlone = beginsLine(tokens, go) && (go + 1 >= tokens.end || beginsLine(tokens, go + 1));
    if (!isAlone || textOf(tokens, go).toUpperCase() !== 'GO') continue;
    const range = rangeOf(tokens, go);
    return [
      {
        code: 'sql-other-dialect',
        message: 'Spark has no `GO`; end each statement with `;`.',
        range,
        fix: fixOf('Write `;`', range, ';'),
        edit: { at: go, removed: 1, inserted: [] },
        cost: 0,
      },
    ];
  }
  return [];
}
