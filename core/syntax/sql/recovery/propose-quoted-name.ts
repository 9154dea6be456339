import { isNoAlias } from '../lexer/keywords.ts';
import { isStringCode, isWordCode, s, t } from '../lexer/token-codes.ts';
import { quote } from '../parser/quote.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';

/** A name in quotes or brackets of another database, or one that needs quotes: `[order date]`, `FROM "t"`, `AS 'x'`, `FROM t AS left`. */
export const proposeQuotedName: Propose = (failure) => [
  ...proposeBrackets(failure),
  ...proposeQuotes(failure),
  ...proposeReserved(failure),
];

/** The longest name in brackets that is looked for, in tokens. */
const mostWords = 8;

function proposeBrackets({ tokens, at }: Failure): Repair[] {
  for (let open = at; open >= 0 && open >= at - 3; open -= 1) {
    if (codeAt(tokens, open) !== s['[']) continue;
    let close = open + 1;
    while (close <= open + mostWords && isWordCode(codeAt(tokens, close))) close += 1;
    if (close === open + 1 || codeAt(tokens, close) !== s[']']) continue;
    const range = rangeOf(tokens, open, close);
    const name = tokens.text.slice(range.start + 1, range.end - 1);
    return [
      nameRepair(
        {
          tokens,
          range,
          name,
          edit: { at: open, removed: close - open + 1, inserted: [t.quotedName] },
          code: 'sql-other-dialect',
        },
        'Spark writes names in backquotes, not in brackets',
      ),
    ];
  }
  return [];
}

function proposeQuotes({ tokens, at }: Failure): Repair[] {
  if (!isStringCode(codeAt(tokens, at))) return [];
  const range = rangeOf(tokens, at);
  const name = tokens.text.slice(range.start + 1, range.end - 1);
  if (name === '' || name.includes('\n')) return [];
  return [
    nameRepair(
      { tokens, range, name, edit: { at, removed: 1, inserted: [t.quotedName] }, code: 'sql-other-dialect' },
      'What stands in quotes is a string for Spark, and a name belongs here',
    ),
  ];
}

/** A word that can be no alias without quotes. */
function proposeReserved({ tokens, at }: Failure): Repair[] {
  for (let word = at; word > 0 && word >= at - 1; word -= 1) {
    if (isNoAlias[codeAt(tokens, word)] !== 1 || textOf(tokens, word - 1).toUpperCase() !== 'AS') continue;
    const name = textOf(tokens, word);
    return [
      nameRepair(
        {
          tokens,
          range: rangeOf(tokens, word),
          name,
          edit: { at: word, removed: 1, inserted: [t.quotedName] },
          code: 'sql-syntax',
        },
        `\`${name}\` is a reserved word`,
      ),
    ];
  }
  return [];
}

function nameRepair(
  {
    code,
    range,
    name,
    edit,
  }: Pick<Repair, 'code' | 'range' | 'edit'> & { readonly tokens: Failure['tokens']; readonly name: string },
  why: string,
): Repair {
  const text = `\`${name.replaceAll('`', '``')}\``;
  return {
    code,
    message: `${why}; write ${quote(name) === text ? `"${text}"` : 'it in backquotes'}.`,
    range,
    fix: fixOf('Write it in backquotes', range, text),
    edit,
    cost: 0,
  };
}
