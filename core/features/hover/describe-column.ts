import {
  type Column,
  type Path,
  type Project,
  type Reference,
  schemaFile,
  type Table,
} from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import type { ProjectView, ViewFacts } from '../project-view.ts';
import { codeSpan, plainProse } from '../support/markdown.ts';
import type { Name } from '../support/name-use.ts';
import { columnRules } from './column-rules.ts';

const maskTexts = {
  null: 'NULL in the tables; the value never leaves the source file',
  hash: 'a keyed digest in the tables',
  redact: '`***` in the tables',
} as const;

/** Everything that the project says of a column: type, mask, rules, keys, who refers to it, how its data looks. */
export function describeColumn(view: ProjectView, name: Name): string | null {
  const dataset = view.project.datasets.find((entry) => foldCase(entry.name) === foldCase(name.dataset));
  const column = dataset?.table?.columns.find(
    (entry) => foldCase(entry.name) === foldCase(name.column ?? ''),
  );
  if (dataset === undefined || dataset.table === null || column === undefined) return null;
  const parts = [
    `**Column** ${codeSpan(column.name)} of ${codeSpan(dataset.name)} · ${codeSpan(column.type)}`,
    column.description === null ? '' : plainProse(column.description),
    [...facts(view, { dataset: dataset.name, column, table: dataset.table })]
      .map((fact) => `- ${fact}`)
      .join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

interface Subject {
  readonly dataset: string;
  readonly column: Column;
  readonly table: Table;
}

function* facts(view: ProjectView, { dataset, column, table }: Subject): Generator<string> {
  const source = view.project.datasets.find((entry) => entry.name === dataset)?.source ?? null;
  if (!isTypeWritten(view.project, dataset, column)) yield 'Type: `string`, because none is written.';
  if (column.mask !== null) {
    const isOther = column.type !== 'string';
    yield `Masked: ${maskTexts[column.mask]}.${isOther ? ' Its type in the tables is `string`.' : ''}`;
  }
  if (column.pii !== null) yield `Personal data: ${codeSpan(column.pii)}.`;
  if (column.formats.length > 0) yield `Formats: ${column.formats.map(codeSpan).join(', ')}.`;
  const rules = columnRules(column);
  if (rules.length > 0) yield `Rules: ${rules.join('; ')}.`;
  const checks = table.checks.filter((check) => namesColumn(check.text, column.name));
  if (checks.length > 0) yield `Checks: ${checks.map((check) => codeSpan(check.name)).join(', ')}.`;
  const has = (names: readonly string[]): boolean =>
    names.some((entry) => foldCase(entry) === foldCase(column.name));
  if (source !== null && has(source.mergeKey)) yield `Part of the merge key of ${codeSpan(dataset)}.`;
  if (source?.cdcKey != null && has([source.cdcKey])) yield 'Change key: tells which of two rows is newer.';
  if (has(table.partitionBy)) yield 'The table is partitioned by it.';
  const children = referrersOf(view.project, { dataset, column: column.name });
  if (children.length > 0) yield `Referenced by ${children.map(codeSpan).join(', ')}.`;
  if (column.renameFrom.length > 0) yield `Also delivered as ${column.renameFrom.map(codeSpan).join(', ')}.`;
  const sampled = sampleText(view.facts, dataset, column);
  if (sampled !== null) yield sampled;
}

/** The columns, as `dataset.column`, whose values must exist in a column, or in any column of a dataset. */
export function referrersOf(project: Project, name: Name): readonly string[] {
  const isParent = (reference: Reference): boolean =>
    foldCase(reference.dataset) === foldCase(name.dataset) &&
    (name.column === null || foldCase(reference.column) === foldCase(name.column));
  return project.datasets.flatMap((dataset) =>
    (dataset.table?.columns ?? [])
      .filter(({ references }) => references !== null && isParent(references))
      .map((column) => `${dataset.name}.${column.name}`),
  );
}

function sampleText(known: ViewFacts | undefined, dataset: string, column: Column): string | null {
  const source =
    known !== undefined && Object.hasOwn(known.sources, dataset) ? known.sources[dataset] : undefined;
  if (source === undefined) return null;
  const spellings = new Set([column.name, ...column.renameFrom].map((name) => foldCase(name.trim())));
  const header = source.headers.find((entry) => spellings.has(foldCase(entry.trim())));
  const found = header === undefined ? undefined : source.columns[header];
  if (found === undefined) return `Not in the header of ${codeSpan(source.file)}.`;
  const { values, fitting, blank } = found;
  return `In ${codeSpan(source.file)}: ${fitting} of ${values} sampled values fit, ${blank} are blank.`;
}

function isTypeWritten(project: Project, dataset: string, column: Column): boolean {
  const path: Path = ['tables', dataset, 'columns', column.name, 'type'];
  return writtenAt(project, schemaFile, path) !== undefined;
}

function namesColumn(text: string, column: string): boolean {
  const words: readonly string[] = foldCase(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.includes(foldCase(column));
}
