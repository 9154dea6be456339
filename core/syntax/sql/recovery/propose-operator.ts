import { k } from '../lexer/keywords.ts';
import { isStringCode, s, t } from '../lexer/token-codes.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';

/** Operators of other languages: `&&`, `=<`, `===`, `x NOT NULL`, and `::` before Spark 4.0. */
export const proposeOperator: Propose = (failure) => [
  ...proposeSigns(failure),
  ...proposeNotNull(failure),
  ...proposeAnd(failure),
  ...proposeOn(failure),
  ...proposeCast(failure),
];

/** Signs as they are written, with what Spark writes; blanks between them do not count. */
const meant: readonly { readonly codes: readonly number[]; readonly code: number; readonly text: string }[] =
  [
    { codes: [s['&'], s['&']], code: k.AND, text: 'AND' },
    { codes: [s['='], s['<']], code: s['<='], text: '<=' },
    { codes: [s['=>']], code: s['>='], text: '>=' },
    { codes: [s['<'], s['=']], code: s['<='], text: '<=' },
    { codes: [s['>'], s['=']], code: s['>='], text: '>=' },
    { codes: [s['<'], s['>']], code: s['<>'], text: '<>' },
    { codes: [s['>'], s['<']], code: s['<>'], text: '<>' },
    { codes: [s['='], s['!']], code: s['!='], text: '!=' },
    { codes: [s['!'], s['=']], code: s['!='], text: '!=' },
    { codes: [s['!='], s['=']], code: s['!='], text: '!=' },
    { codes: [s['='], s['=']], code: s['='], text: '=' },
    { codes: [s[':'], s['=']], code: s['='], text: '=' },
  ];

function proposeSigns({ tokens, at }: Failure): Repair[] {
  const repairs: Repair[] = [];
  for (const { codes, code, text } of meant) {
    for (let first = at; first > at - codes.length - 1; first -= 1) {
      if (!codes.every((sign, index) => codeAt(tokens, first + index) === sign)) continue;
      const range = rangeOf(tokens, first, first + codes.length - 1);
      repairs.push({
        code: 'sql-other-dialect',
        message: `Spark knows no operator \`${tokens.text.slice(range.start, range.end)}\`; write \`${text}\`.`,
        range,
        fix: fixOf(`Write \`${text}\``, range, text),
        edit: { at: first, removed: codes.length, inserted: [code] },
        cost: 0,
      });
    }
  }
  return repairs;
}

/** `BETWEEN 1, 2`. */
function proposeAnd({ tokens, at, codes }: Failure): Repair[] {
  if (codeAt(tokens, at) !== s[','] || !codes.includes(k.AND)) return [];
  const range = rangeOf(tokens, at);
  return [
    {
      code: 'sql-syntax',
      message: 'The two ends of `BETWEEN` have `AND` between them, and no comma.',
      range,
      fix: fixOf('Write `AND`', range, ' AND'),
      edit: { at, removed: 1, inserted: [k.AND] },
      cost: 0,
    },
  ];
}

/** `JOIN u IN t.a = u.a`. */
function proposeOn({ tokens, at }: Failure): Repair[] {
  for (let word = at; word > 2 && word >= at - 2; word -= 1) {
    if (codeAt(tokens, word) !== k.IN || !isJoined(tokens, word)) continue;
    const range = rangeOf(tokens, word);
    return [
      {
        code: 'sql-keyword-typo',
        message: `\`${textOf(tokens, word)}\` cannot follow a joined table; did you mean \`ON\`?`,
        range,
        fix: fixOf('Write `ON`', range, 'ON'),
        edit: { at: word, removed: 1, inserted: [k.ON] },
        cost: 0,
      },
    ];
  }
  return [];
}

/** Whether `JOIN t`, `JOIN s.t` or `JOIN t u` stands before a token. */
function isJoined(tokens: Failure['tokens'], before: number): boolean {
  for (let index = before - 2; index > 0 && index >= before - 5; index -= 1) {
    if (codeAt(tokens, index) === k.JOIN) return true;
  }
  return false;
}

/** `WHERE a NOT NULL`. */
function proposeNotNull({ tokens, at }: Failure): Repair[] {
  for (const not of [at, at - 1]) {
    if (codeAt(tokens, not) !== k.NOT || codeAt(tokens, not + 1) !== k.NULL) continue;
    const end = tokens.ends[not - 1] ?? 0;
    return [
      {
        code: 'sql-syntax',
        message: 'The test for a value that is there is written `IS NOT NULL`.',
        range: rangeOf(tokens, not, not + 1),
        fix: fixOf('Add `IS`', { start: end, end }, ' IS'),
        edit: { at: not, removed: 0, inserted: [k.IS] },
        cost: 0,
      },
    ];
  }
  return [];
}

/** `x::INT`, of which Spark 3.5 knows nothing. */
function proposeCast({ tokens, at, isFour }: Failure): Repair[] {
  if (isFour || codeAt(tokens, at) !== s['::'] || at + 1 >= tokens.end) return [];
  let last = at + 1;
  if (codeAt(tokens, last + 1) === s['(']) {
    while (last < tokens.end && codeAt(tokens, last) !== s[')'] && last < at + 8) last += 1;
  }
  last = Math.min(last, tokens.end - 1);
  const type = tokens.text.slice(tokens.starts[at + 1], tokens.ends[last]);
  const before = codeAt(tokens, at - 1);
  const isOneToken =
    (before === t.name || before === t.integer || before === t.decimal || isStringCode(before)) &&
    codeAt(tokens, at - 2) !== s['.'];
  const range = rangeOf(tokens, at - 1, last);
  const value = textOf(tokens, at - 1);
  return [
    {
      code: 'sql-other-dialect',
      message: `\`::\` is read by Spark 4.0 and later; write \`CAST(${isOneToken ? value : '…'} AS ${type})\`.`,
      range: rangeOf(tokens, at, last),
      ...(isOneToken ? { fix: fixOf('Write `CAST`', range, `CAST(${value} AS ${type})`) } : {}),
      edit: { at, removed: last - at + 1, inserted: [] },
      cost: 0,
    },
  ];
}
