import { configFile, type Path, type Project } from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import type { NameUse } from './name-use.ts';
import { partsAt, useOf } from './names-at.ts';
import { settingsRoots } from './written.ts';

/** Names in the places that `lint.ignore` lists: `unmasked-pii tables.claim.columns.city`. */
export function ignoreUses(project: Project, dataset: string): readonly NameUse[] {
  return settingsRoots(project).flatMap((root) => {
    const path: Path = [...root, 'lint', 'ignore'];
    const entries = writtenAt(project, configFile, path);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry, index) =>
      typeof entry === 'string' ? inEntry(project, { dataset, entry, path: [...path, index] }) : [],
    );
  });
}

function inEntry(
  project: Project,
  { dataset, entry, path }: { readonly dataset: string; readonly entry: string; readonly path: Path },
): readonly NameUse[] {
  const match = /(?:^|\s)((?:tables|sources)\.)([A-Za-z_]\w*)(?:(\.columns\.)([A-Za-z_]\w*))?/.exec(entry);
  if (match === null || foldCase(match[2] ?? '') !== foldCase(dataset)) return [];
  const [, section = '', table = '', between = '', column] = match;
  const start = entry.indexOf(`${section}${table}`) + section.length;
  const end = start + table.length;
  const columnStart = end + between.length;
  const parts = [
    { start, end },
    { start: columnStart, end: columnStart + (column?.length ?? 0) },
  ];
  const spot = { project, file: configFile, path, owner: dataset } as const;
  const [tableSpan, columnSpan] = partsAt(spot, entry, parts);
  return [
    useOf(spot, tableSpan ?? null, { kind: 'ignore', name: { dataset: table, column: null } }),
    ...(column === undefined
      ? []
      : [useOf(spot, columnSpan ?? null, { kind: 'ignore', name: { dataset: table, column } })]),
  ];
}
