import { foldCase } from '../text/fold-case.ts';
import type { ShapedColumn, TableShape } from './shape-table.ts';

/** How Hive calls the folder of rows whose partition value is missing (HiveConf, `hive.exec.default.partition.name`). */
const missingPartition = '__HIVE_DEFAULT_PARTITION__';

/**
 * Texts of a column that mean NULL, besides blank ones: those that the source names, and in a column that divides the table the one
 * that no partition of Hive can tell from a missing value.
 */
export function nullTexts({ source, table }: TableShape, { name }: ShapedColumn): readonly string[] {
  const { nullValues } = source.format;
  const isPartition = table.partitionBy.some((column) => foldCase(column) === foldCase(name));
  return isPartition && !nullValues.includes(missingPartition)
    ? [...nullValues, missingPartition]
    : nullValues;
}
