import { isReserved, k } from '../lexer/keywords.ts';
import { isStringCode, isWordCode, s, t } from '../lexer/token-codes.ts';

function mark(...codes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(isReserved.length);
  for (const code of codes) marks[code] = 1;
  return marks;
}

/** Words that begin a part of a query, and signs that end a list: what reading can go on from after a mistake. */
const sync = mark(
  ...[
    k.SELECT,
    k.FROM,
    k.WHERE,
    k.GROUP,
    k.HAVING,
    k.ORDER,
    k.SORT,
    k.CLUSTER,
    k.DISTRIBUTE,
    k.WINDOW,
    k.LIMIT,
  ],
  ...[k.OFFSET, k.UNION, k.INTERSECT, k.EXCEPT, k.MINUS, k.JOIN, k.INNER, k.LEFT, k.RIGHT, k.FULL, k.CROSS],
  ...[k.LATERAL, k.ON, k.USING, k.WHEN, k.THEN, k.ELSE, k.END, k.VALUES, k.SET, k.AS, k.WITH],
  ...[s[')'], s[','], s[';'], s['|>'], t.end],
);

/** Words of SQL that no item of a list can begin or end with unless they are names. */
const structural = mark(
  ...[
    k.SELECT,
    k.FROM,
    k.WHERE,
    k.GROUP,
    k.HAVING,
    k.ORDER,
    k.BY,
    k.UNION,
    k.INTERSECT,
    k.EXCEPT,
    k.JOIN,
    k.INNER,
  ],
  ...[
    k.LEFT,
    k.RIGHT,
    k.FULL,
    k.OUTER,
    k.CROSS,
    k.NATURAL,
    k.LATERAL,
    k.ON,
    k.USING,
    k.AND,
    k.OR,
    k.IN,
    k.IS,
    k.AS,
  ],
  ...[
    k.WHEN,
    k.THEN,
    k.ELSE,
    k.DISTINCT,
    k.WITH,
    k.INTO,
    k.LIKE,
    k.BETWEEN,
    k.LIMIT,
    k.HAVING,
    k.VALUES,
    k.SET,
  ],
  ...[k.NOT, k.OVER, k.PARTITION, k.ASC, k.DESC, k.RLIKE, k.ILIKE],
);

const statementWords = mark(
  ...[
    k.SELECT,
    k.WITH,
    k.INSERT,
    k.UPDATE,
    k.DELETE,
    k.MERGE,
    k.CREATE,
    k.DROP,
    k.ALTER,
    k.TRUNCATE,
    k.USE,
    k.SHOW,
  ],
  ...[
    k.DESCRIBE,
    k.DESC,
    k.SET,
    k.CACHE,
    k.UNCACHE,
    k.REFRESH,
    k.ANALYZE,
    k.EXPLAIN,
    k.MSCK,
    k.GRANT,
    k.REVOKE,
  ],
  ...[k.DECLARE, k.RESET, k.CLEAR, k.LOAD, k.REPAIR],
);

export function isSync(code: number): boolean {
  return sync[code] === 1;
}

export function isStructural(code: number): boolean {
  return structural[code] === 1;
}

/** Whether a word begins a statement, and seldom anything else at the beginning of a line. */
export function isStatementWord(code: number): boolean {
  return statementWords[code] === 1;
}

/** Whether an item of a list can end with this token. */
export function endsItem(code: number): boolean {
  if (isWordCode(code)) return structural[code] !== 1 && code !== k.CASE;
  return (
    isValue(code) ||
    code === s[')'] ||
    code === s[']'] ||
    code === s['*'] ||
    code === s['?'] ||
    code === s['>']
  );
}

/** Whether an item of a list can begin with this token. */
export function beginsItem(code: number): boolean {
  if (isWordCode(code)) return structural[code] !== 1 || code === k.NOT;
  return isValue(code) || code === s['('] || code === s['?'] || code === s[':'];
}

function isValue(code: number): boolean {
  return (
    code === t.quotedName ||
    isStringCode(code) ||
    code === t.integer ||
    code === t.decimal ||
    code === t.number ||
    code === t.missing
  );
}
