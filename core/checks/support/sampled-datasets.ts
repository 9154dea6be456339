import type { CheckContext, SourceFacts } from '../check.ts';
import { type SourceDataset, type TableDataset, wholeDatasets } from './tables.ts';

export interface SampledDataset {
  readonly dataset: TableDataset & SourceDataset;
  readonly facts: SourceFacts;
}

/** The datasets of which a waiting file with a header is known. */
export function sampledDatasets({ project, facts }: CheckContext): readonly SampledDataset[] {
  return wholeDatasets(project).flatMap((dataset) => {
    const known = facts !== null && Object.hasOwn(facts.sources, dataset.name);
    const found = known ? facts.sources[dataset.name] : undefined;
    return found === undefined || !dataset.source.format.hasHeader ? [] : [{ dataset, facts: found }];
  });
}
