import type { Column } from '../../model/project.ts';
import { foldCase } from '../../text/fold-case.ts';
import { nearNames } from '../../text/near-names.ts';
import type { SourceFacts } from '../check.ts';

export interface HeaderMatch {
  /** The header that each column is read from, by column name. */
  readonly headers: ReadonlyMap<string, string>;
  /** Columns without a header, each with the unknown header that looks like it, if one does. */
  readonly missing: readonly { readonly column: Column; readonly near: string | null }[];
  /** Headers without a column, except those that a missing column looks like. */
  readonly unknown: readonly string[];
  /** The known columns stand in another order than in the schema. */
  readonly isReordered: boolean;
}

/** Matches a file's header to columns as a run does: by name or former name, ASCII case and blanks around it ignored. */
export function matchHeaders(columns: readonly Column[], facts: SourceFacts): HeaderMatch {
  const byName = new Map<string, Column>();
  for (const column of columns) {
    for (const name of [column.name, ...column.renameFrom]) byName.set(fold(name), column);
  }
  const headers = new Map<string, string>();
  const strangers: string[] = [];
  const places: number[] = [];
  for (const header of new Set(facts.headers)) {
    const column = byName.get(fold(header));
    if (column === undefined) strangers.push(header);
    else if (!headers.has(column.name)) {
      headers.set(column.name, header);
      places.push(columns.indexOf(column));
    }
  }
  const free = new Set(strangers.map((header) => header.trim()).filter((header) => header !== ''));
  const missing = columns
    .filter((column) => !headers.has(column.name))
    .map((column) => {
      const near = nearNames(column.name, free)[0] ?? null;
      if (near !== null) free.delete(near);
      return { column, near };
    });
  return {
    headers,
    missing,
    unknown: [...free],
    isReordered: places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)),
  };
}

function fold(name: string): string {
  return foldCase(name.trim());
}
