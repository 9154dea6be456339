import { configFile, schemaFile } from '../../model/project.ts';
import { foldCase } from '../../text/fold-case.ts';
import type { ProjectView } from '../project-view.ts';
import { codeSpan, plainProse } from '../support/markdown.ts';
import type { Name } from '../support/name-use.ts';
import { referrersOf } from './describe-column.ts';

/** Both halves of a dataset in a few lines. */
export function describeDataset(view: ProjectView, name: Name): string | null {
  const dataset = view.project.datasets.find((entry) => foldCase(entry.name) === foldCase(name.dataset));
  if (dataset === undefined) return null;
  const { source, table } = dataset;
  const description = table?.description ?? null;
  const target = `${view.project.settings.targetSchema}.${dataset.name}`;
  const parts = [
    `**Dataset** ${codeSpan(dataset.name)} · table ${codeSpan(target)}`,
    description === null ? '' : plainProse(description),
    [...facts(view, { name: dataset.name, source, table })].map((fact) => `- ${fact}`).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function* facts(
  view: ProjectView,
  { name, source, table }: ProjectView['project']['datasets'][number],
): Generator<string> {
  if (source === null) yield `No usable source in \`${configFile}\`.`;
  else {
    yield `Source: ${codeSpan(source.path)}`;
    const keys =
      source.mergeKey.length === 0 ? 'no merge key' : `by ${source.mergeKey.map(codeSpan).join(', ')}`;
    const order = source.cdcKey === null ? '' : `, the newer by ${codeSpan(source.cdcKey)}`;
    yield `Load: \`${source.load}\`, ${keys}${order}`;
  }
  if (table === null) yield `No usable table in \`${schemaFile}\`.`;
  else {
    const masked = table.columns.filter((column) => column.mask !== null);
    const masks =
      masked.length === 0
        ? 'none masked'
        : `masked: ${masked.map((column) => codeSpan(column.name)).join(', ')}`;
    yield `${count(table.columns.length, 'column')}, ${masks}; ${count(table.checks.length, 'check')}`;
    if (table.owner !== null) yield `Owner: ${plainProse(table.owner)}`;
  }
  const children = referrersOf(view.project, { dataset: name, column: null });
  if (children.length > 0) yield `Referenced by ${children.map(codeSpan).join(', ')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
