import { k } from '../lexer/keywords.ts';
import { s, t } from '../lexer/token-codes.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';

/** How other databases ask for the first rows: `TOP 10`, `LIMIT 5, 10`, `FETCH FIRST 10 ROWS ONLY`. */
export const proposeLimit: Propose = (failure) => [
  ...proposeTop(failure),
  ...proposeOffset(failure),
  ...proposeFetch(failure),
];

function isAmount(code: number): boolean {
  return code === t.integer || code === s['?'];
}

function proposeTop({ tokens, at }: Failure): Repair[] {
  for (let top = at; top > 0 && top >= at - 3; top -= 1) {
    if (textOf(tokens, top).toUpperCase() !== 'TOP') continue;
    const before = codeAt(tokens, top - 1);
    if (before !== k.SELECT && before !== k.DISTINCT && before !== k.ALL) return [];
    const isOpen = codeAt(tokens, top + 1) === s['('];
    const last = isOpen ? top + 3 : top + 1;
    const amount = isOpen ? top + 2 : last;
    if (!isAmount(codeAt(tokens, amount))) return [];
    return [
      {
        code: 'sql-other-dialect',
        message: `Spark has no \`TOP\`; end the query with \`LIMIT ${textOf(tokens, amount)}\`.`,
        range: rangeOf(tokens, top, last),
        edit: { at: top, removed: last - top + 1, inserted: [] },
        cost: 0,
      },
    ];
  }
  return [];
}

function proposeOffset({ tokens, at }: Failure): Repair[] {
  const isPair =
    codeAt(tokens, at) === s[','] &&
    codeAt(tokens, at - 2) === k.LIMIT &&
    isAmount(codeAt(tokens, at - 1)) &&
    isAmount(codeAt(tokens, at + 1));
  if (!isPair) return [];
  const text = `${textOf(tokens, at + 1)} OFFSET ${textOf(tokens, at - 1)}`;
  const range = rangeOf(tokens, at - 1, at + 1);
  return [
    {
      code: 'sql-other-dialect',
      message: `Spark writes \`LIMIT ${text}\` for this.`,
      range,
      fix: fixOf(`Write \`LIMIT ${text}\``, range, text),
      edit: { at: at - 1, removed: 3, inserted: [t.integer] },
      cost: 0,
    },
  ];
}

function proposeFetch({ tokens, at }: Failure): Repair[] {
  for (let word = at; word > 0 && word >= at - 2; word -= 1) {
    if (codeAt(tokens, word) !== k.FETCH) continue;
    const side = textOf(tokens, word + 1).toUpperCase();
    if (side !== 'FIRST' && side !== 'NEXT') return [];
    const amount = word + 2;
    if (!isAmount(codeAt(tokens, amount)) || textOf(tokens, amount + 2).toUpperCase() !== 'ONLY') return [];
    const range = rangeOf(tokens, word, amount + 2);
    const text = `LIMIT ${textOf(tokens, amount)}`;
    return [
      {
        code: 'sql-other-dialect',
        message: `Spark has no \`FETCH\`; write \`${text}\`.`,
        range,
        fix: fixOf(`Write \`${text}\``, range, text),
        edit: { at: word, removed: 5, inserted: [k.LIMIT, t.integer] },
        cost: 0,
      },
    ];
  }
  return [];
}
