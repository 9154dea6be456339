import type { Range } from 'vscode-languageserver';
import { configFile, type Dataset, schemaFile } from '../core/model/project.ts';
import { toRange } from './positions.ts';
import type { Analysis, ProjectSession } from './project-session.ts';

/** Custom request: the projects of the workspace. */
export const projectsRequest = 'pistevo/projects';
/** Custom notification, without parameters: the answer to that request is another one now. */
export const projectsChanged = 'pistevo/projectsChanged';
/** Custom notification from the client, without parameters: deliveries may have come or gone. */
export const sourcesChanged = 'pistevo/sourcesChanged';

export interface ListedDataset {
  readonly name: string;
  /** Where its columns are described, else where its source is. */
  readonly place: { readonly uri: string; readonly range: Range };
  /** Where its deliveries come from, as it counts in the environment: a path from the project's folder, or a URI. */
  readonly source?: string;
  /** Files that wait in its source; absent where nobody has looked, or could. */
  readonly sourceFiles?: number;
}

export interface ListedProject {
  /** URI of the folder. */
  readonly root: string;
  readonly environments: readonly string[];
  /** The one that findings and effective values are for. */
  readonly environment: string | null;
  readonly datasets: readonly ListedDataset[];
}

/** `waiting`: files in the source of each dataset, by its name. */
export function listProject(
  session: ProjectSession,
  { project }: Analysis,
  waiting: ReadonlyMap<string, number>,
): ListedProject {
  const { environments, environment } = project;
  return {
    root: session.root,
    environments,
    environment,
    datasets: project.datasets.flatMap((dataset) =>
      listDataset(session, project, dataset).map((listed) => {
        const sourceFiles = waiting.get(listed.name);
        return sourceFiles === undefined ? listed : { ...listed, sourceFiles };
      }),
    ),
  };
}

function listDataset(
  session: ProjectSession,
  project: Analysis['project'],
  { name, source, table }: Dataset,
): ListedDataset[] {
  const file = table === null && project.documents[configFile] !== undefined ? configFile : schemaFile;
  const document = session.document(file);
  const range = project.documents[file]?.rangeOf([file === configFile ? 'sources' : 'tables', name], 'key');
  if (document === null || range === undefined) return [];
  const place = { uri: document.uri, range: toRange(document, range) };
  return [source === null ? { name, place } : { name, place, source: source.path }];
}

/** Text that differs when a list of projects should be read again; places may move without that. */
export function listSignature(project: Analysis['project']): string {
  const { environments, environment, datasets } = project;
  return JSON.stringify([environments, environment, datasets.map(({ name }) => name)]);
}
