import type { Range } from '../../../contracts/finding.ts';
import type { Significant } from '../../../syntax/sql/lexer/scan.ts';
import { t } from '../../../syntax/sql/lexer/token-codes.ts';
import type { Identifier, Node } from '../../../syntax/sql/tree/node.ts';
import { unquoteName, unquoteString } from '../../../syntax/sql/unquote.ts';

/** Span of a node in its statement's text. */
export function rangeOf({ starts, ends }: Significant, { first, last }: Pick<Node, 'first' | 'last'>): Range {
  const start = starts[first] ?? 0;
  return { start, end: last < first ? start : (ends[last] ?? start) };
}

/** A node as it is written. */
export function textOf(tokens: Significant, node: Pick<Node, 'first' | 'last'>): string {
  const { start, end } = rangeOf(tokens, node);
  return tokens.text.slice(start, end);
}

/** Span of one token. */
export function rangeOfToken(tokens: Significant, index: number): Range {
  return rangeOf(tokens, { first: index, last: index });
}

/** The value of strings that stand side by side, which are one. */
export function stringOf(tokens: Significant, { first, last }: Pick<Node, 'first' | 'last'>): string {
  let value = '';
  for (let index = first; index <= last; index += 1) {
    value += unquoteString(textOf(tokens, { first: index, last: index }));
  }
  return value;
}

/** A name without its backquotes, in the case that it is written in. */
export function nameOf(tokens: Significant, name: Identifier): string {
  const text = textOf(tokens, name);
  return name.first === name.last && tokens.codes[name.first] === t.quotedName ? unquoteName(text) : text;
}

/** A long text as a message may show it. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
