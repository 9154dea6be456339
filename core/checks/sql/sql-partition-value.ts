import type { PartitionSpecification } from '../../syntax/sql/tree/partition.ts';
import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { nameOf, rangeOf, shown } from './support/text-of.ts';

/** `ALTER TABLE t DROP PARTITION (day)`. */
export const sqlPartitionValue: SqlCheck = {
  code: 'sql-partition-value',
  severity: 'error',
  title: 'A partition column has no value',
  run({ tokens, nodes }) {
    const named: readonly (PartitionSpecification | null)[] = [
      ...[...nodes('alter-table'), ...nodes('truncate-table'), ...nodes('load-data')].map(
        ({ partition }) => partition,
      ),
      ...[...nodes('describe-table'), ...nodes('show')].map(({ partition }) => partition),
      ...nodes('rename-partition').map(({ to }) => to),
      ...nodes('add-partitions').flatMap(({ partitions }) => partitions.map(({ partition }) => partition)),
      ...nodes('drop-partitions').flatMap(({ partitions }) => partitions),
    ];
    return named.flatMap((partition) =>
      (partition?.values ?? []).flatMap(({ name, value }): SqlDiscovery[] => {
        if (value !== null) return [];
        const text = nameOf(tokens, name);
        return [
          {
            range: rangeOf(tokens, name),
            message: `Partition column \`${shown(text)}\` needs a value here; write \`${shown(text)} = …\`.`,
          },
        ];
      }),
    );
  },
};
