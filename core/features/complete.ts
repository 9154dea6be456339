import { configFile, schemaFile } from '../model/project.ts';
import { lineStartOf } from '../syntax/yaml/cursor/read-line.ts';
import { completeExpression, type ExpressionPlace } from './complete/complete-expression.ts';
import { canHoldKeys, completeKeys } from './complete/complete-keys.ts';
import { completeValues, completeVariables } from './complete/complete-values.ts';
import type { Asking, Completion, Proposal } from './complete/completion.ts';
import { placeProposals } from './complete/place-proposals.ts';
import type { Place, ProjectView } from './project-view.ts';
import { cursorAt } from './support/cursor-at.ts';
import { schemaAt, typesOf } from './support/schema-at.ts';

export type { Completion, CompletionKind } from './complete/completion.ts';

/** What may be written at a place of a YAML file, the likeliest first by `sortText`. Nothing in comments and other files. */
export function complete(view: ProjectView, { file, offset }: Place): readonly Completion[] {
  const text = view.documents[file];
  if (text === undefined || (file !== configFile && file !== schemaFile)) return [];
  const cursor = cursorAt(view, { file, offset });
  if (cursor === null) return [];
  const asking: Asking = { view, file, text, offset, cursor };
  const variables = completeVariables(asking);
  if (variables !== null)
    return placeProposals(asking, variables.proposals, { start: variables.start, end: offset });
  const expression = expressionAt(asking);
  if (expression !== null) return completeExpression(asking, expression);
  if (cursor.isLong) return [];
  return cursor.kind === 'key' ? atKey(asking) : atValue(asking);
}

/** A key, or where the mapping above holds a list or a plain value instead, the first of that. */
function atKey(asking: Asking): readonly Completion[] {
  const { file, cursor } = asking;
  const part = schemaAt(file, cursor.path);
  if (part === null) return [];
  const types = typesOf(part.schema);
  if (types.length === 0 || types.includes('object'))
    return placeProposals(asking, completeKeys(asking, cursor.path));
  if (cursor.hasColon) return [];
  const isList = types.includes('array');
  const path = isList ? [...cursor.path, 0] : cursor.path;
  const values = [...completeValues(asking, path), ...(isList ? newItem(asking, cursor.path) : [])];
  const dash = isList ? '- ' : '';
  return placeProposals(
    asking,
    values.map((proposal) => ({
      ...proposal,
      insertText: `${dash}${proposal.insertText ?? proposal.label}`,
    })),
  );
}

function atValue(asking: Asking): readonly Completion[] {
  const { file, cursor } = asking;
  const isItem = typeof cursor.path.at(-1) === 'number';
  const keys =
    isItem && !cursor.isFlow && canHoldKeys(file, cursor.path) ? completeKeys(asking, cursor.path) : [];
  const [, dataset, setting] = cursor.path;
  const isCheck = file === schemaFile && setting === 'checks' && cursor.path.length === 4;
  const condition =
    isCheck && cursor.siblings().length === 0
      ? completeExpression(asking, { dataset: String(dataset), hasAggregates: false })
      : [];
  return [...placeProposals(asking, [...keys, ...completeValues(asking, cursor.path)]), ...condition];
}

function newItem({ file }: Asking, path: Asking['cursor']['path']): readonly Proposal[] {
  if (file !== schemaFile || path[2] !== 'checks' || path.length !== 3) return [];
  const insertText = 'name: ${1:name}\n  expr: ${2:condition}';
  return [{ label: 'check', kind: 'key', detail: 'a condition on each record', insertText, isSnippet: true }];
}

/** The condition that the cursor stands in: a check or `delete_when`. */
function expressionAt(asking: Asking): ExpressionPlace | null {
  const { file, cursor } = asking;
  if (file !== schemaFile || cursor.kind !== 'value') return null;
  const [section, dataset, setting, index, kind] = cursor.path;
  if (section !== 'tables' || typeof dataset !== 'string') return null;
  if (setting === 'delete_when' && cursor.path.length === 3) return { dataset, hasAggregates: false };
  if (setting !== 'checks' || typeof index !== 'number') return null;
  if (cursor.path.length === 4) return hasWords(asking) ? { dataset, hasAggregates: false } : null;
  return kind === 'expr' || kind === 'table' ? { dataset, hasAggregates: kind === 'table' } : null;
}

/** More than one word of a bare check is written: it is a condition and no longer the first key of a mapping. */
function hasWords({ text, offset, cursor }: Asking): boolean {
  if (cursor.isFlow) return true;
  const line = text.slice(lineStartOf(text, offset), offset);
  return /-[ \t]+[^\s'"]\S*\s/.test(line) || /-[ \t]+['"]/.test(line);
}
