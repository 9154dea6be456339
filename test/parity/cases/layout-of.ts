import type { DatasetCase } from './dataset-case.ts';

/** What a dataset has in a delivery and neither its plan nor its run tells, by the number of the delivery. */
export function layoutOf({ table }: DatasetCase): (delivery: number) => readonly string[] {
  const width = (delivery: number) => Object.keys(table(delivery)['columns'] ?? {}).length;
  return (delivery) => [
    ...(table(delivery)['delete_when'] === undefined ? [] : ['delete_when']),
    ...(delivery > 0 && width(delivery) > width(delivery - 1) ? ['column added later'] : []),
  ];
}
