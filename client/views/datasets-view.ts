import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import type { Project } from '../projects/project-model.ts';
import type { Services } from '../services.ts';
import { formatAmount } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';
import { runNode } from './run-nodes.ts';

/** What the view hands to commands. */
export type DatasetElement =
  | { readonly kind: 'project'; readonly folder: string }
  | { readonly kind: 'dataset'; readonly folder: string; readonly dataset: string };

/** Datasets of each project with how their last run went; projects stand above them where there are several. */
export function openDatasetsView(services: Services): Disposable {
  const changed = new EventEmitter<DatasetElement | undefined>();
  const { projects, runs } = services;
  const datasetsOf = (project: Project | null): DatasetElement[] =>
    (project?.datasets ?? []).map(({ name }) => ({
      kind: 'dataset',
      folder: project?.folder ?? '',
      dataset: name,
    }));
  const provider: TreeDataProvider<DatasetElement> = {
    onDidChangeTreeData: changed.event,
    getChildren(parent) {
      // Without trust there is nothing to do here, and the welcome text says so.
      if (!workspace.isTrusted) return [];
      if (parent?.kind === 'dataset') return [];
      if (parent !== undefined) return datasetsOf(projects.find(parent.folder));
      const all = projects.all();
      if (all.length === 1) return datasetsOf(all[0] ?? null);
      return all.map(({ folder }) => ({ kind: 'project', folder }));
    },
    getTreeItem(element) {
      const project = projects.find(element.folder);
      if (element.kind === 'project') {
        const item = new TreeItem(
          plainText(project?.label ?? element.folder),
          TreeItemCollapsibleState.Expanded,
        );
        item.id = element.folder;
        item.iconPath = new ThemeIcon('folder-library');
        item.description = formatAmount(project?.datasets.length ?? 0, 'dataset');
        item.contextValue = 'project';
        return item;
      }
      return datasetItem(services, element);
    },
  };
  const view = window.createTreeView('pistevo.datasets', { treeDataProvider: provider });
  const look = () =>
    void services.language.tellSourcesChanged().catch((error: unknown) => services.log.error(String(error)));
  const timer = setInterval(() => {
    // What is said of past runs grows old.
    if (view.visible) changed.fire(undefined);
  }, 60_000);
  const subscriptions = [
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) look();
    }),
    projects.onDidChange(() => changed.fire(undefined)),
    runs.onDidChange(() => changed.fire(undefined)),
    workspace.onDidGrantWorkspaceTrust(() => changed.fire(undefined)),
  ];
  return {
    dispose() {
      clearInterval(timer);
      for (const subscription of subscriptions) subscription.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

function datasetItem(
  { projects, runs }: Services,
  { folder, dataset }: Extract<DatasetElement, { kind: 'dataset' }>,
): TreeItem {
  const item = new TreeItem(plainText(dataset), TreeItemCollapsibleState.None);
  item.id = `${folder}\n${dataset}`;
  item.contextValue = 'dataset';
  const last = runs.store.all().find(({ root, record }) => root === folder && record.dataset === dataset);
  const waiting = projects.findDataset(dataset, folder)?.dataset.sourceFiles;
  const node = last === undefined ? null : runNode(last, Date.now());
  const files = waiting === undefined || waiting === 0 ? null : `${formatAmount(waiting, 'file')} waiting`;
  // Where something waits, what it is tells more than how the run before went: that is in the icon.
  const isNews = files !== null && last?.record.status !== 'running';
  item.description = isNews
    ? [files, ...(node?.age === undefined ? [] : [`last run ${node.age}`])].join(' · ')
    : (node?.description ?? 'not run yet');
  item.tooltip = [
    node?.tooltip ?? `${plainText(dataset)} was not run yet`,
    ...(files === null ? [] : [`${files} in its source`]),
  ].join('\n');
  item.iconPath =
    node === null
      ? new ThemeIcon('table')
      : new ThemeIcon(node.icon, node.colour === undefined ? undefined : new ThemeColor(node.colour));
  item.command = {
    command: 'pistevo.project.goToDataset',
    title: 'Go to Dataset',
    arguments: [{ folder, dataset }],
  };
  return item;
}
