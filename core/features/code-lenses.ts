import type { Range } from '../contracts/finding.ts';
import { configFile, type ProjectFile, schemaFile } from '../model/project.ts';
import { keysAt } from '../model/written-at.ts';
import { foldCase } from '../text/fold-case.ts';
import type { ProjectView } from './project-view.ts';

/** Something to do with a dataset, shown above its name. */
export interface CodeLens {
  /** Of the dataset's name. */
  readonly range: Range;
  readonly title: string;
  readonly action: 'ingest' | 'dryRun' | 'preview' | 'references';
  readonly dataset: string;
}

const runs = [
  ['Ingest', 'ingest'],
  ['Dry run', 'dryRun'],
  ['Preview', 'preview'],
] as const;

/** Lenses of every dataset that a file defines. Only what both halves are known of can be run. */
export function codeLenses({ project }: ProjectView, file: string): readonly CodeLens[] {
  const section = file === configFile ? 'sources' : file === schemaFile ? 'tables' : null;
  const document = section === null ? undefined : project.documents[file as ProjectFile];
  if (section === null || document === undefined) return [];
  const whole = new Set(
    project.datasets.filter(({ source, table }) => source !== null && table !== null).map(({ name }) => name),
  );
  const children = countReferences(project);
  return keysAt(project, document.file, [section]).flatMap((dataset) => {
    const range = document.rangeOf([section, dataset], 'key');
    const runnable = whole.has(dataset) ? runs : [];
    const count = children.get(foldCase(dataset)) ?? 0;
    const lenses = runnable.map(([title, action]): CodeLens => ({ range, title, action, dataset }));
    if (count === 0) return lenses;
    const title = `${count} reference${count === 1 ? '' : 's'}`;
    return [...lenses, { range, title, action: 'references' as const, dataset }];
  });
}

/** How many columns refer to each dataset. */
function countReferences(project: ProjectView['project']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { table } of project.datasets) {
    for (const { references } of table?.columns ?? []) {
      if (references === null) continue;
      const parent = foldCase(references.dataset);
      counts.set(parent, (counts.get(parent) ?? 0) + 1);
    }
  }
  return counts;
}
