import type { PlanColumn, ReadOperation } from '../../core/contracts/plan.ts';
import { duplicateNames, plainName } from '../read/parse-header.ts';
import { RunStop } from './run-stop.ts';

/** Which field of a file (from 1) each column of the plan is read from; null: the file does not have it. */
export interface ColumnMatch {
  readonly fields: readonly (number | null)[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  /** The known columns stand in another order than in the schema. */
  readonly isReordered: boolean;
}

/**
 * Matches columns by header name: blanks around a name and ASCII case do not count, a column's own name goes before its
 * former ones. A file without a header is taken in schema order.
 *
 * @throws RunStop `rejected` when a name stands twice, a needed column is missing, or drift is not allowed.
 */
export function matchColumns(file: string, header: readonly string[], read: ReadOperation): ColumnMatch {
  if (!read.format.hasHeader) {
    return {
      fields: read.columns.map((_, index) => index + 1),
      missing: [],
      unknown: [],
      isReordered: false,
    };
  }
  const [twice] = duplicateNames(header);
  if (twice !== undefined) {
    throw new RunStop(
      'rejected',
      'duplicate_header',
      `\`${file}\` has two columns named \`${twice.trim()}\`; nothing tells which one is meant, so rename one and deliver it again.`,
    );
  }
  const places = new Map(header.map((title, index) => [plainName(title), index + 1]));
  const fields = read.columns.map((column) => placeOf(column, places));
  const used = new Set(fields);
  const missing = read.columns.filter((_, index) => fields[index] === null);
  const unknown = header
    .filter((title, index) => plainName(title) !== '' && !used.has(index + 1))
    .map((title) => title.trim());
  const needed = missing.find((column) => column.isNeeded);
  if (needed !== undefined) throw missingStop(file, needed, header);
  if (read.onDrift === 'fail' && (missing.length > 0 || unknown.length > 0)) {
    throw new RunStop(
      'rejected',
      'drift',
      `The columns of \`${file}\` are not those of the schema (${tellDrift(missing, unknown)}), and \`on_drift\` is \`fail\`; change the schema or the delivery.`,
    );
  }
  const known = fields.filter((field) => field !== null);
  return {
    fields,
    missing: missing.map((column) => column.name),
    unknown,
    isReordered: known.some((field, index) => index > 0 && field < (known[index - 1] ?? 0)),
  };
}

function placeOf(column: PlanColumn, places: ReadonlyMap<string, number>): number | null {
  for (const title of column.headers) {
    const place = places.get(plainName(title));
    if (place !== undefined) return place;
  }
  return null;
}

function missingStop(file: string, column: PlanColumn, header: readonly string[]): RunStop {
  const others =
    header.length === 0
      ? 'its header is empty'
      : `its columns are ${header
          .slice(0, 12)
          .map((title) => `\`${title.trim()}\``)
          .join(', ')}${header.length > 12 ? ', …' : ''}`;
  return new RunStop(
    'rejected',
    'missing_column',
    `\`${file}\` has no column \`${column.name}\`, which is required; ${others}. Deliver it with that column, or name its former spelling in \`rename_from\`.`,
  );
}

function tellDrift(missing: readonly PlanColumn[], unknown: readonly string[]): string {
  const parts = [
    ...(missing.length > 0 ? [`missing: ${missing.map((column) => `\`${column.name}\``).join(', ')}`] : []),
    ...(unknown.length > 0 ? [`unknown: ${unknown.map((title) => `\`${title}\``).join(', ')}`] : []),
  ];
  return parts.join('; ');
}
