import { quotedScalar } from '../../syntax/yaml/yaml-scalar.ts';
import type { ProjectView } from '../project-view.ts';

/** Headers of a dataset's source as delivered; empty while none is known. */
export function headersOf({ facts }: ProjectView, dataset: string): readonly string[] {
  const isKnown = facts !== undefined && Object.hasOwn(facts.sources, dataset);
  const headers = isKnown ? (facts.sources[dataset]?.headers ?? []) : [];
  return headers.filter((header) => columnName(header) !== '');
}

/** An entry of `columns:` for each header of a dataset's source, as blocks. */
export function headerEntries(view: ProjectView, dataset: string): readonly string[] {
  return headersOf(view, dataset).map(columnEntry);
}

/** A column for a header: under its own spelling where that can be a name, else under a name made of it. */
export function columnEntry(header: string): string {
  const name = columnName(header);
  const alias = name === header.trim() ? '' : `\n  rename_from: ${quotedScalar(header.trim())}`;
  return `${name}:\n  type: string${alias}`;
}

/** The name that a column of a header would have; '' when nothing of it can be one. */
export function columnName(header: string): string {
  const name = header
    .trim()
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[0-9]/.test(name) ? `column_${name}` : name;
}
