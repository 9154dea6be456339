import { configFile } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { sampledDatasets } from './support/sampled-datasets.ts';
import { listNames } from './support/tables.ts';

/** A header that stands twice in the waiting file, or two that mean the same column: a run stops at it. */
export const sourceHeaderDoubled: ProjectCheck = {
  code: 'source-header-doubled',
  severity: 'warning',
  title: 'The header of the source names a column twice',
  runDataset(context) {
    return sampledDatasets(context).flatMap(({ dataset, facts }): readonly Discovery[] => {
      const meaning = new Map<string, string>();
      for (const column of dataset.table.columns) {
        for (const name of [column.name, ...column.renameFrom]) meaning.set(fold(name), fold(column.name));
      }
      const first = new Map<string, string>();
      const doubled: string[] = [];
      for (const header of facts.headers) {
        const column = meaning.get(fold(header)) ?? fold(header);
        const earlier = first.get(column);
        if (earlier === undefined) first.set(column, header.trim());
        else doubled.push(...new Set([earlier, header.trim()]));
      }
      if (doubled.length === 0) return [];
      return [
        {
          ...placeAt(context.project, configFile, ['sources', dataset.name, 'path']),
          message: `\`${facts.file}\` names ${listNames([...new Set(doubled)])} more than once for one column, and the run would stop there; have the file mended where it is made.`,
        },
      ];
    });
  },
};

function fold(name: string): string {
  return foldCase(name.trim());
}
