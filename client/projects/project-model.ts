import { commands, type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import type { DatasetInfo, ProjectInfo } from './project-info.ts';

/** A project with its folder on this machine. */
export interface Project extends ProjectInfo {
  /** Absolute path. */
  readonly folder: string;
  /** For people: the folder's path inside the workspace. */
  readonly label: string;
}

/** The projects of the workspace, as the language server knows them. */
export interface ProjectModel extends Disposable {
  all(): readonly Project[];
  find(folder: string): Project | null;
  /** Project and dataset of a name; in `folder` when it is given. The first project that has it. */
  findDataset(
    name: string,
    folder?: string,
  ): { readonly project: Project; readonly dataset: DatasetInfo } | null;
  readonly onDidChange: Event<void>;
  set(projects: readonly ProjectInfo[]): void;
}

export function createProjectModel(): ProjectModel {
  const changed = new EventEmitter<void>();
  let projects: readonly Project[] = [];
  const setContext = (name: string, value: boolean) =>
    void commands.executeCommand('setContext', `pistevo.${name}`, value);
  return {
    all: () => projects,
    find: (folder) => projects.find((project) => project.folder === folder) ?? null,
    findDataset(name, folder) {
      for (const project of projects) {
        if (folder !== undefined && project.folder !== folder) continue;
        const dataset = project.datasets.find((one) => one.name === name);
        if (dataset !== undefined) return { project, dataset };
      }
      return null;
    },
    onDidChange: changed.event,
    set(infos) {
      projects = infos.map((info) => {
        const uri = Uri.parse(info.root);
        return { ...info, folder: uri.fsPath, label: workspace.asRelativePath(uri, true) };
      });
      setContext('isReady', true);
      setContext('hasProjects', projects.length > 0);
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
