import type { ParsedStatement } from '../../../../../core/syntax/sql/parse-statement.ts';
import type { Node } from '../../../../../core/syntax/sql/tree/node.ts';
import type { Query, QueryTerm, Select } from '../../../../../core/syntax/sql/tree/query.ts';

/** What a statement's tree holds, in one line: the parts of its query with their text, `…` where something is missing. */
export function outline(parsed: ParsedStatement): string {
  const { tree } = parsed;
  return tree.kind === 'query' ? outlineQuery(parsed, tree.query) : tree.kind;
}

function outlineQuery(parsed: ParsedStatement, query: Query): string {
  const parts: string[] = [];
  const say = (name: string, nodes: readonly (Node | null | string)[]) => {
    const texts = nodes.filter((node) => node !== null).map((node) => textOf(parsed, node));
    if (texts.length > 0) parts.push(`${name} ${texts.join(', ')}`);
  };
  say('with', query.with?.tables.map((table) => table.name) ?? []);
  parts.push(outlineTerm(parsed, query.body));
  say('order', query.organization?.orderBy ?? []);
  say('limit', [query.organization?.limit ?? null]);
  return parts.join(' | ');
}

function outlineTerm(parsed: ParsedStatement, term: QueryTerm): string {
  if (term.kind === 'select') return outlineSelect(parsed, term);
  if (term.kind === 'set-operation') {
    const rest = term.rest.map((branch) => `${branch.operator} (${outlineTerm(parsed, branch.term)})`);
    return [`(${outlineTerm(parsed, term.head)})`, ...rest].join(' ');
  }
  return term.kind === 'values'
    ? `values ${term.rows.map((row) => textOf(parsed, row)).join(', ')}`
    : term.kind;
}

function outlineSelect(parsed: ParsedStatement, select: Select): string {
  const parts = [`select ${select.items.map((item) => textOf(parsed, item)).join(', ')}`];
  const say = (name: string, nodes: readonly (Node | null)[]) => {
    const texts = nodes.filter((node) => node !== null).map((node) => textOf(parsed, node));
    if (texts.length > 0) parts.push(`${name} ${texts.join(', ')}`);
  };
  say('from', select.from?.relations ?? []);
  say('where', [select.where]);
  say('group', select.groupBy?.elements ?? []);
  say('having', [select.having]);
  return parts.join(' | ');
}

function textOf({ tokens }: ParsedStatement, node: Node | string): string {
  if (typeof node === 'string') return node;
  const words: string[] = [];
  for (let index = node.first; index <= node.last; index += 1) {
    words.push(tokens.text.slice(tokens.starts[index], tokens.ends[index]) || '…');
  }
  return words.length === 0 ? '…' : words.join(' ');
}
