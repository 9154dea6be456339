import { isWordCode, s, t } from '../lexer/token-codes.ts';
import { quote } from '../parser/quote.ts';
import { naming } from './propose-parenthesis.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';

/** Signs that begin nothing in SQL: curly quotes, signs of other alphabets, comments of other languages; and what is not closed. */
export const proposeSign: Propose = (failure) => {
  const quoted = quoteWithin(failure);
  if (quoted !== null) return [quoted];
  for (let at = failure.at; at >= 0 && at >= failure.at - 1; at -= 1) {
    const code = codeAt(failure.tokens, at);
    if (code === t.unclosed) return [unclosed(failure, at)];
    if (code === t.unknown) return proposeUnknown(failure, at);
  }
  return proposeSlashes(failure);
};

/** `'it's'`: a quote within a string ends it, and the last quote of the statement opens one that nothing closes. */
function quoteWithin({ tokens, at }: Failure): Repair | null {
  if (codeAt(tokens, tokens.end - 1) !== t.unclosed) return null;
  for (let word = at; word > 0 && word >= at - 2; word -= 1) {
    const end = tokens.ends[word - 1] ?? 0;
    const isWithin =
      codeAt(tokens, word - 1) === t.string &&
      isWordCode(codeAt(tokens, word)) &&
      tokens.starts[word] === end;
    if (!isWithin) continue;
    const sign = tokens.text.charAt(end - 1);
    return {
      code: 'sql-unclosed',
      message: `The string ends at this ${quote(sign)}; write \`\\${sign}\` for a quote within it.`,
      range: { start: end - 1, end },
      fix: fixOf(`Write \`\\${sign}\``, { start: end - 1, end: end - 1 }, '\\'),
      edit: { at: word, removed: tokens.end - word, inserted: [] },
      cost: 0,
    };
  }
  return null;
}

function unclosed({ tokens }: Failure, at: number): Repair {
  const start = tokens.starts[at] ?? 0;
  const text = tokens.text.slice(start, start + 2);
  const isComment = text === '/*';
  const sign = isComment ? text : /^r/i.test(text) ? text.charAt(1) : text.charAt(0);
  const what = isComment ? 'comment' : sign === '`' ? 'name' : 'string';
  const closing = isComment ? '*/' : sign;
  const message = `The ${what} that ${quote(sign)} opens on line {line} is not closed; write ${quote(closing)} at its end.`;
  const range = { start, end: start + (isComment || /^r/i.test(text) ? 2 : 1) };
  return {
    code: 'sql-unclosed',
    ...naming(start, message),
    range,
    edit: {
      at,
      removed: tokens.end - at,
      inserted: isComment ? [] : [what === 'name' ? t.quotedName : t.string],
    },
    cost: 0,
  };
}

/** Signs that look like one of SQL, with the one that was meant. */
const lookAlikes: Readonly<Record<string, readonly [string, number]>> = {
  '，': [',', s[',']],
  '、': [',', s[',']],
  '；': [';', s[';']],
  '：': [':', s[':']],
  '（': ['(', s['(']],
  '）': [')', s[')']],
  '＝': ['=', s['=']],
  '＊': ['*', s['*']],
  '＜': ['<', s['<']],
  '＞': ['>', s['>']],
  '＋': ['+', s['+']],
  '–': ['-', s['-']],
  '—': ['-', s['-']],
  '−': ['-', s['-']],
  '×': ['*', s['*']],
  '÷': ['/', s['/']],
  '≤': ['<=', s['<=']],
  '≥': ['>=', s['>=']],
  '≠': ['<>', s['<>']],
};
const openingQuotes = '‘’‚‛“”„‟«»‹›＇＂´';

function proposeUnknown(failure: Failure, at: number): readonly Repair[] {
  const { tokens } = failure;
  const sign = textOf(tokens, at);
  const alike = lookAlikes[sign];
  const range = rangeOf(tokens, at);
  if (alike !== undefined) {
    const [text, code] = alike;
    return [
      {
        code: 'sql-unknown-sign',
        message: `${quote(sign)} is no sign of SQL; write \`${text}\`.`,
        range,
        fix: fixOf(`Write \`${text}\``, range, text),
        edit: { at, removed: 1, inserted: [code] },
        cost: 0,
      },
    ];
  }
  if (openingQuotes.includes(sign)) return [curlyQuotes(failure, at)];
  if (sign === '#') return [otherComment(failure, at)];
  return [plainSign(failure, at)];
}

function plainSign({ tokens }: Failure, at: number): Repair {
  let last = at;
  while (codeAt(tokens, last + 1) === t.unknown && last < at + 100) last += 1;
  const range = rangeOf(tokens, at, last);
  const sign = tokens.text.slice(range.start, range.end);
  const isHidden = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+$/u.test(sign);
  const hexadecimal = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message = isHidden
    ? `The invisible character U+${hexadecimal} stands here; take it away.`
    : `${quote(sign)} begins nothing in SQL; take it away, or write it in quotes.`;
  return {
    code: 'sql-unknown-sign',
    message,
    range,
    ...(isHidden ? { fix: fixOf('Take it away', range, '') } : {}),
    edit: { at, removed: last - at + 1, inserted: [] },
    cost: 0,
  };
}

/** `‘text’`: up to the next such quote on the same line. */
function curlyQuotes(failure: Failure, at: number): Repair {
  const { tokens } = failure;
  const sign = textOf(tokens, at);
  let close = at + 1;
  while (close < tokens.end && close < at + 100 && !openingQuotes.includes(textOf(tokens, close))) close += 1;
  const range = rangeOf(tokens, at, close);
  const isPair =
    close < tokens.end && close < at + 100 && !tokens.text.slice(range.start, range.end).includes('\n');
  if (!isPair)
    return { ...plainSign(failure, at), message: `${quote(sign)} is no quote of SQL; write \`'\`.` };
  return {
    code: 'sql-unknown-sign',
    message: `${quote(sign)} is no quote of SQL; write \`'\` around the text.`,
    range,
    fix: {
      title: "Write `'`",
      edits: [at, close].map((index) => ({ range: rangeOf(tokens, index), newText: "'" })),
    },
    edit: { at, removed: close - at + 1, inserted: [t.string] },
    cost: 0,
  };
}

function proposeSlashes(failure: Failure): Repair[] {
  for (let at = failure.at; at >= 0 && at >= failure.at - 1; at -= 1) {
    const { codes, ends, starts } = failure.tokens;
    const isComment = codes[at] === s['/'] && codes[at + 1] === s['/'] && ends[at] === starts[at + 1];
    if (isComment) return [otherComment(failure, at)];
  }
  return [];
}

/** A comment that begins with `#` or `//`. */
function otherComment({ tokens }: Failure, at: number): Repair {
  const start = tokens.starts[at] ?? 0;
  const sign = tokens.text.charAt(start) === '#' ? '#' : '//';
  const newline = tokens.text.indexOf('\n', start);
  const lineEnd = newline === -1 ? tokens.text.length : newline;
  let next = at + 1;
  while (next < tokens.end && (tokens.starts[next] ?? 0) < lineEnd) next += 1;
  const range = { start, end: start + sign.length };
  return {
    code: 'sql-other-dialect',
    message: `A comment begins with \`--\` in Spark, not with \`${sign}\`.`,
    range,
    fix: fixOf('Write `--`', range, '--'),
    edit: { at, removed: next - at, inserted: [] },
    cost: 0,
  };
}
