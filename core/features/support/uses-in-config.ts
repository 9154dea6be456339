import { configFile, type Path, type Project } from '../../model/project.ts';
import { keysAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import type { NameUse } from './name-use.ts';
import { namesAt, type Spot } from './names-at.ts';
import { settingsRoots } from './written.ts';

/** Every place of the configuration that names a dataset or its columns, environments included, in no certain order. */
export function usesInConfig(project: Project, dataset: string): readonly NameUse[] {
  return settingsRoots(project).flatMap((root) => {
    const sources = [...root, 'sources'];
    const names = keysAt(project, configFile, sources).filter((name) => foldCase(name) === foldCase(dataset));
    return names.flatMap((name) => usesInSource(project, { dataset, path: [...sources, name] }));
  });
}

function usesInSource(
  project: Project,
  { dataset, path }: { readonly dataset: string; readonly path: Path },
): readonly NameUse[] {
  const at = (setting: string): Spot => ({
    project,
    file: configFile,
    path: [...path, setting],
    owner: dataset,
  });
  return [
    ...namesAt({ project, file: configFile, path, owner: dataset }, 'key', (name) => ({
      kind: 'source',
      name: { dataset: name, column: null },
      isDeclaration: path.length === 2,
    })),
    ...namesAt(at('merge_key'), 'values', (column) => ({ kind: 'merge_key', name: { dataset, column } })),
    ...namesAt(at('cdc_key'), 'values', (column) => ({ kind: 'cdc_key', name: { dataset, column } })),
  ];
}
