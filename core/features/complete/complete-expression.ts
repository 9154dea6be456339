import type { Range } from '../../contracts/finding.ts';
import { aggregateFunctions, scalarFunctions } from '../../syntax/check-expression/expression.ts';
import { foldCase } from '../../text/fold-case.ts';
import { completeColumns } from './complete-columns.ts';
import type { Asking, Completion, Proposal } from './completion.ts';
import { escapeSnippet } from './key-snippets.ts';
import { placeProposals } from './place-proposals.ts';

const keywords = [
  'AND',
  'OR',
  'NOT',
  'IS NULL',
  'IS NOT NULL',
  'IN',
  'BETWEEN',
  'LIKE',
  'CASE',
  'DATE',
  'TRUE',
  'FALSE',
];

export interface ExpressionPlace {
  readonly dataset: string;
  readonly hasAggregates: boolean;
}

/** What may stand at the cursor in a condition: columns, functions and words; in quotes the values of the compared column. */
export function completeExpression(
  asking: Asking,
  { dataset, hasAggregates }: ExpressionPlace,
): readonly Completion[] {
  const { text, offset, cursor } = asking;
  const before = text.slice(cursor.range.start, offset);
  const range = wordAround(text, offset);
  if (isInLiteral(before)) return placeProposals(asking, comparedValues(asking, dataset, before), range);
  const previous = text[range.start - 1];
  if (previous === '.' || previous === '`')
    return previous === '`' ? placeProposals(asking, completeColumns(asking, dataset), range) : [];
  const aggregates: readonly string[] = hasAggregates ? aggregateFunctions : [];
  const functions = [...aggregates, ...scalarFunctions].map(
    (name): Proposal => ({
      label: name,
      kind: 'function',
      detail: aggregates.includes(name) ? 'aggregate' : 'function',
      insertText: `${name}($1)`,
      isSnippet: true,
      rank: aggregates.includes(name) ? 1 : 2,
    }),
  );
  const words = keywords.map((label): Proposal => ({ label, kind: 'keyword', rank: 3 }));
  const columns = completeColumns(asking, dataset).map((proposal) => ({
    ...proposal,
    rank: hasAggregates ? 2 : 1,
  }));
  return placeProposals(asking, [...columns, ...functions, ...words], range);
}

/** The values that the column before a comparison may have: `billed = '`, `billed IN ('T', '`. */
function comparedValues({ view }: Asking, dataset: string, before: string): readonly Proposal[] {
  const match = /([A-Za-z_]\w*)`?\s*(?:=|<>|!=|<=>|(?:NOT\s+)?IN\s*\((?:[^()])*?)\s*'{1,2}[^']*$/i.exec(
    before,
  );
  const name = match?.[1];
  if (name === undefined) return [];
  const table = view.project.datasets.find((entry) => entry.name === dataset)?.table;
  const column = table?.columns.find((entry) => foldCase(entry.name) === foldCase(name));
  return (column?.validValues ?? []).map((value) => ({
    label: String(value),
    kind: 'value',
    detail: `value of ${name}`,
    insertText: escapeSnippet(String(value)),
    isSnippet: true,
  }));
}

/** Whether the text up to the cursor leaves a SQL string open. In a single-quoted YAML scalar its quotes are doubled. */
function isInLiteral(before: string): boolean {
  const isSingle = before.startsWith("'");
  const quotes = (isSingle ? before.slice(1) : before).match(/'/g)?.length ?? 0;
  return (isSingle ? Math.floor(quotes / 2) : quotes) % 2 === 1;
}

function wordAround(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && /[A-Za-z0-9_]/.test(text[start - 1] ?? '')) start -= 1;
  let end = offset;
  while (end < text.length && /[A-Za-z0-9_]/.test(text[end] ?? '')) end += 1;
  return { start, end };
}
