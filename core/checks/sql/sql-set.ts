import { k } from '../../syntax/sql/lexer/keywords.ts';
import { isStringCode, s, t } from '../../syntax/sql/lexer/token-codes.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { rangeOf, shown, textOf } from './support/text-of.ts';

const keyValue = /^[a-zA-Z_\d\\.:]+\s*=[^;]*;*$/;
const plainKey = /^[a-zA-Z_\d\\.:]+$/;

/** `SET spark.sql.ansi.enabled true`, `RESET a b`. */
export const sqlSet: SqlCheck = {
  code: 'sql-set',
  severity: 'error',
  title: 'A SET or RESET is not of a form that Spark knows',
  run(context) {
    const { tokens } = context;
    const message =
      tokens.codes[0] === k.SET
        ? faultOfSet(context)
        : tokens.codes[0] === k.RESET
          ? faultOfReset(context)
          : null;
    if (message === null) return [];
    return [{ range: rangeOf(tokens, { first: 0, last: lastOf(tokens) }), message } satisfies SqlDiscovery];
  },
};

/** Index of the last token that is no `;`. */
function lastOf({ codes, end }: StatementContext['tokens']): number {
  let last = end - 1;
  while (last > 0 && codes[last] === s[';']) last -= 1;
  return last;
}

/** What stands behind the first word, comments and all: Spark reads it as text. */
function restOf(tokens: StatementContext['tokens']): string {
  return tokens.text.slice(tokens.ends[0] ?? 0, tokens.ends[lastOf(tokens)]).trim();
}

function faultOfSet({ tokens, dialect }: StatementContext): string | null {
  const { codes } = tokens;
  const last = lastOf(tokens);
  const second = last === 0 ? t.end : (codes[1] ?? t.end);
  if (second === k.TIME && codes[2] === k.ZONE) return faultOfZone(tokens, last);
  if (second === k.CATALOG && last >= 2 && codes[2] !== s['=']) return null;
  if (second === k.ROLE && codes[2] !== s['='])
    return '`SET ROLE` is not supported by Spark; take the statement away.';
  const isVariable = (second === k.VAR || second === k.VARIABLE) && last >= 2 && codes[2] !== s['='];
  if (isVariable && dialect.version === '4.0') return null;
  const rest = restOf(tokens);
  if (rest === '' || rest === '-v' || keyValue.test(rest) || plainKey.test(rest)) return null;
  if (second === t.quotedName && (last === 1 || codes[2] === s['='])) {
    const value = tokens.text.slice(tokens.ends[2] ?? 0, tokens.ends[last]).trim();
    const isQuoted = codes[3] === t.quotedName && last === 3;
    return last === 1 || isQuoted || /^[^;]*;*$/.test(value)
      ? null
      : 'The value holds `;`, so it must stand in backquotes.';
  }
  if (isVariable)
    return 'Variables come with Spark 4.0; set `spark: {version: "4.0"}` if the project runs there.';
  const assignment = /^([^=]*?)\s*=\s*(.*)$/s.exec(rest);
  if (codes[last] === t.quotedName && codes[last - 1] === s['=']) {
    return `\`${shown(assignment?.[1] ?? rest)}\` is no plain key; put it in backquotes too.`;
  }
  if (assignment !== null) {
    const [, key = ''] = assignment;
    return plainKey.test(key)
      ? 'The value holds `;`, so it must stand in backquotes.'
      : `\`${shown(key)}\` is no plain key; put it in backquotes.`;
  }
  return `Spark reads \`SET\`, \`SET key\` and \`SET key = value\`, and not \`SET ${shown(rest)}\`; write \`=\` between key and value.`;
}

function faultOfZone(tokens: StatementContext['tokens'], last: number): string | null {
  const { codes } = tokens;
  const third = codes[3] ?? t.end;
  if (last === 3 && (isStringCode(third) || third === k.LOCAL)) return null;
  if (third === k.INTERVAL && last > 3) return null;
  const value = last < 3 ? 'Nothing' : `\`${shown(textOf(tokens, { first: 3, last }))}\``;
  return `${value} is no time zone here; write \`LOCAL\`, a name in quotes or an interval of hours.`;
}

function faultOfReset({ tokens }: StatementContext): string | null {
  const last = lastOf(tokens);
  const rest = restOf(tokens);
  if (rest === '' || plainKey.test(rest) || (last === 1 && tokens.codes[1] === t.quotedName)) return null;
  return `Spark reads \`RESET\` and \`RESET key\`, and not \`RESET ${shown(rest)}\`; put a key with other characters in backquotes.`;
}
