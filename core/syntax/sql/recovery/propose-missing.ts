import { k } from '../lexer/keywords.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import { describeSyntaxProblem, theEnd } from '../parser/describe-syntax-problem.ts';
import { tokenName } from '../parser/expect.ts';
import { quote } from '../parser/quote.ts';
import { behind, codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';
import { beginsItem, endsItem, isSync } from './word-classes.ts';

/** Something that is left out: a word or sign of a form, a value, a name. */
export const proposeMissing: Propose = (failure) => [
  ...proposeBy(failure),
  ...proposeWhen(failure),
  ...proposeLogic(failure),
  ...proposeExpected(failure),
  ...proposePlaceholder(failure),
];

/** `GROUP a`, where `GROUP` was read as an alias. */
function proposeBy(failure: Failure): Repair[] {
  const { tokens, at } = failure;
  return [...insertBy(failure, at - 1), ...(codeAt(tokens, at + 1) === k.BY ? [] : insertBy(failure, at))];
}

function insertBy({ tokens }: Failure, at: number): Repair[] {
  switch (codeAt(tokens, at)) {
    case k.GROUP:
    case k.ORDER:
    case k.PARTITION:
    case k.CLUSTER:
    case k.DISTRIBUTE:
    case k.SORT: {
      const word = textOf(tokens, at);
      const message = `\`BY\` is missing after \`${word}\`.`;
      return [insertion({ tokens, at: at + 1 }, { code: k.BY, message, cost: 0 })];
    }
    default:
      return [];
  }
}

/** `CASE a = 1 THEN b END`, where `a = 1` was read as what is compared. */
function proposeWhen({ tokens, at }: Failure): Repair[] {
  if (codeAt(tokens, at) !== k.THEN) return [];
  let word = at - 1;
  while (word > 0 && word > at - farthest && codeAt(tokens, word) !== k.CASE) word -= 1;
  if (codeAt(tokens, word) !== k.CASE) return [];
  return [
    insertion(
      { tokens, at: word + 1 },
      { code: k.WHEN, message: '`WHEN` is missing after `CASE`.', cost: 0 },
    ),
  ];
}

/** How far back the beginning of a form is looked for, in tokens. */
const farthest = 60;

/** `WHERE a = 1 b = 2`. */
function proposeLogic({ tokens, at }: Failure): Repair[] {
  if (!endsItem(codeAt(tokens, at - 1)) || !beginsItem(codeAt(tokens, at))) return [];
  const message = `\`AND\`, \`OR\` or a comma is missing before ${quote(textOf(tokens, at))}.`;
  const range = rangeOf(tokens, at);
  return [{ code: 'sql-syntax', message, range, edit: { at, removed: 0, inserted: [k.AND] }, cost: 3 }];
}

/** A token that was expected here, or one in the place of the word that is there. */
function proposeExpected(failure: Failure): Repair[] {
  const { tokens, at, codes, expected } = failure;
  const { message, range } = describeSyntaxProblem({ ...tokens, at }, expected);
  const [first] = codes;
  const instead: Repair[] =
    first === undefined || !isWordCode(codeAt(tokens, at))
      ? []
      : [{ code: 'sql-syntax', message, range, edit: { at, removed: 1, inserted: [first] }, cost: 4 }];
  return [...codes.slice(0, 4).map((code) => insertion(failure, { code, message, cost: 2 })), ...instead];
}

function insertion(
  { tokens, at }: Pick<Failure, 'tokens' | 'at'>,
  { code, message, cost }: { readonly code: number; readonly message: string; readonly cost: number },
): Repair {
  const end = tokens.ends[at - 1] ?? 0;
  const text = tokenName(code).slice(1, -1);
  const newText = /^\w/.test(text) ? ` ${text}` : text;
  return {
    code: 'sql-syntax',
    message,
    range: rangeOf(tokens, at),
    fix: fixOf(`Add \`${text}\``, { start: end, end }, newText),
    edit: { at, removed: 0, inserted: [code] },
    cost,
  };
}

/** A value or name of which nothing is there: the tree holds a `missing` node in its place. */
function proposePlaceholder(failure: Failure): Repair[] {
  const { tokens, at, plainAt, expected, plainExpected } = failure;
  const repairs: Repair[] = [];
  for (const [place, what] of [
    [plainAt, plainExpected],
    [at, expected],
  ] as const) {
    if (what === theEnd || (place === at && repairs.length > 0 && plainAt === at)) continue;
    const code = codeAt(tokens, place);
    const { message } = describeSyntaxProblem({ ...tokens, at: place }, what);
    const range = isSync(code) ? behind(tokens, place) : rangeOf(tokens, place);
    const inserted = [/\bstring\b/.test(what) ? t.string : /\bnumber\b/.test(what) ? t.integer : t.missing];
    const isLikely = isSync(code) || isOperator(code);
    repairs.push({
      code: 'sql-syntax',
      message,
      range,
      edit: { at: place, removed: 0, inserted },
      cost: isLikely ? 1 : 4,
    });
  }
  return repairs;
}

function isOperator(code: number): boolean {
  return (
    code === s['='] ||
    code === s['<'] ||
    code === s['>'] ||
    code === s['<='] ||
    code === s['>='] ||
    code === s['!='] ||
    code === s['<>'] ||
    code === s['/'] ||
    code === s['%'] ||
    code === k.AND ||
    code === k.OR
  );
}
