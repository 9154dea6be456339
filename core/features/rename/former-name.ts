import type { TextEdit } from '../../contracts/finding.ts';
import { addEntry, addItem } from '../../model/edit/add-entry.ts';
import { type Path, type Project, schemaFile } from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';

/**
 * The edit that puts a column's old name under its `rename_from`, and takes the new one out of it. Null where the column's
 * entry cannot be added to.
 */
export function formerNameEdit(
  project: Project,
  { dataset, column }: { readonly dataset: string; readonly column: string },
  newName: string,
): TextEdit | null {
  const path: Path = ['tables', dataset, 'columns', column];
  const target = { project, file: schemaFile, path: [...path, 'rename_from'] } as const;
  const written = writtenAt(project, schemaFile, target.path);
  const entry = `rename_from: ${column}`;
  if (written === undefined)
    return addEntry({ project, file: schemaFile, path }, { block: entry, flow: entry });
  const names = (Array.isArray(written) ? written : [written]).filter((name) => typeof name === 'string');
  const kept = names.filter(
    (name) => foldCase(name) !== foldCase(newName) && foldCase(name) !== foldCase(column),
  );
  if (kept.length === names.length && names.length > 0) return addItem(target, column);
  const document = project.documents[schemaFile];
  const range = document?.rangeOf(target.path);
  if (
    document === undefined ||
    range === undefined ||
    /[*&#]/.test(document.source.slice(range.start, range.end))
  )
    return null;
  const list = [...kept.map((name) => JSON.stringify(name)), column];
  return { file: schemaFile, range, newText: list.length === 1 ? column : `[${list.join(', ')}]` };
}
