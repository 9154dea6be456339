import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import { readPlan } from '../runs/read-plan.ts';
import { type Run, runKey } from '../runs/run.ts';
import type { Services } from '../services.ts';
import { type RunNode, runDetails, runNode } from './run-nodes.ts';

/** What the view hands to commands: a run, or a line below one. */
export interface RunElement {
  readonly kind: 'run';
  readonly folder: string;
  readonly dataset: string;
  readonly runId: string;
  readonly detail: RunNode | null;
}

/** Runs of all projects, live and past, the latest first. */
export function openRunsView(services: Services): Disposable {
  const changed = new EventEmitter<RunElement | undefined>();
  const { runs, liveRuns } = services;
  const element = (run: Run, detail: RunNode | null): RunElement => ({
    kind: 'run',
    folder: run.root,
    dataset: run.record.dataset,
    runId: run.record.runId,
    detail,
  });
  const provider: TreeDataProvider<RunElement> = {
    onDidChangeTreeData: changed.event,
    async getChildren(parent) {
      if (parent === undefined) return runs.store.all().map((run) => element(run, null));
      if (parent.detail !== null) return [];
      const run = await runs.store.load(parent.folder, parent.runId);
      if (run === null) return [];
      const plan = await readPlan(run.root, run.record.runId);
      return runDetails(run, plan).map((detail) => element(run, detail));
    },
    getTreeItem(one) {
      if (one.detail !== null) return detailItem(one, one.detail);
      const run = runs.store.find(one.folder, one.runId);
      if (run === null) return new TreeItem(one.dataset);
      const isLive = run.record.status === 'running';
      // What goes on is open, and the last run stays so until another begins; the editor keeps by id what a user opened or closed.
      const [newest] = runs.store.all();
      const isOpen = isLive || (newest !== undefined && runKey(newest) === runKey(run));
      const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
      const node = runNode(run, Date.now());
      const item = toItem({ ...node, id: `${node.id}${isOpen ? '\nopen' : ''}` }, state);
      item.contextValue = isLive ? (liveRuns.has(one.runId) ? 'run.mine' : 'run.live') : 'run';
      return item;
    },
  };
  const view = window.createTreeView('pistevo.runs', { treeDataProvider: provider, showCollapseAll: true });
  const subscription = runs.onDidChange(() => {
    const live = runs.store.all().filter(({ record }) => record.status === 'running').length;
    view.badge =
      live === 0
        ? undefined
        : { value: live, tooltip: live === 1 ? 'One run goes on' : `${live} runs go on` };
    changed.fire(undefined);
  });
  const timer = setInterval(() => {
    if (view.visible) changed.fire(undefined);
  }, 60_000);
  return {
    dispose() {
      clearInterval(timer);
      subscription.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

function detailItem(element: RunElement, detail: RunNode): TreeItem {
  const item = toItem(detail, TreeItemCollapsibleState.None);
  item.contextValue = 'detail';
  const { opens } = detail;
  if (opens?.kind === 'place') {
    const { file, line } = opens;
    item.command = {
      command: 'pistevo.place.open',
      title: 'Go to Line',
      arguments: [element.folder, file, line],
    };
  } else if (opens?.kind === 'quarantine') {
    const { folder, dataset } = element;
    item.command = {
      command: 'pistevo.data.previewQuarantine',
      title: 'Preview',
      arguments: [{ folder, dataset }],
    };
  }
  return item;
}

function toItem(node: RunNode, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(node.label, state);
  item.id = node.id;
  item.description = node.description;
  item.tooltip = node.tooltip;
  item.iconPath = new ThemeIcon(
    node.icon,
    node.colour === undefined ? undefined : new ThemeColor(node.colour),
  );
  return item;
}
