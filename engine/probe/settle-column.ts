import type { DescribedColumn } from './describe-columns.ts';
import type { FoundReference } from './infer-references.ts';
import { inferValues } from './infer-values.ts';
import type { InferredColumn } from './inferred-table.ts';

/** Fewer records than this prove nothing about the next delivery. */
const leastForRequired = 100;

/** The column as it is proposed, once its part in the table is known. */
export function settleColumn(
  column: DescribedColumn,
  role: {
    readonly isKey: boolean;
    readonly isCdc: boolean;
    readonly reference: FoundReference | null;
    readonly records: number;
  },
): InferredColumn {
  const { name, header, type, formats, misfits, pii, stats } = column;
  const { isKey, isCdc, reference, records } = role;
  const nothing =
    type === 'string' ? 0 : [...stats.nullWords.values()].reduce((total, times) => total + times, 0);
  const values =
    stats.values +
    (type === 'string' ? [...stats.nullWords.values()].reduce((total, times) => total + times, 0) : 0);
  const blank = stats.blank + nothing;
  const isComplete = blank === 0 && values > 0;
  const isMasked = pii !== null && !isKey && !isCdc && reference === null;
  const notes = [...column.notes];
  if (isMasked && type !== 'string') notes.push(`Without the mask it would be \`type: ${type}\`.`);
  if (misfits > 0 && !isMasked)
    notes.push(`${misfits} of ${stats.values} values are no ${type}: a run sets their records aside.`);
  if (pii !== null && !isMasked)
    notes.push('It seems personal, and is needed in the clear or as a digest: consider `mask: hash`.');
  if (reference !== null && !reference.isByName)
    notes.push(`Its values are all found in \`${reference.table}\`; its name does not say so.`);
  if (reference !== null && reference.orphans > 0) {
    notes.push(
      `${reference.orphans} of its distinct values are not in \`${reference.table}.${reference.column}\`.`,
    );
  }
  return {
    name,
    header,
    type: isMasked ? 'string' : type,
    formats: isMasked ? [] : formats,
    isRequired: isComplete && misfits === 0 && (isKey || isCdc || records >= leastForRequired),
    validValues: isKey || pii !== null || reference !== null ? null : inferValues(name, type, stats),
    pii,
    isMasked,
    references: reference === null ? null : { table: reference.table, column: reference.column },
    values,
    blank,
    distinct: stats.distinct.digests()?.size ?? null,
    notes,
  };
}
