import { cacheWith, compileOnce } from '../core/model/project-cache.ts';
import type { Host } from './host.ts';
import { isIncluded } from './is-included.ts';
import type { PartedDocument } from './parted-document.ts';
import { type Analysis, createProjectSession, type ProjectSession } from './project-session.ts';
import { readProjectFiles, refreshProjectFiles } from './read-project-files.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { innerPath, isInside, projectPath, rootOf, uriKey } from './uris.ts';

/** A project that is being looked after. */
export interface LiveProject {
  readonly session: ProjectSession;
  /** Done when its files have been read for the first time. */
  readonly ready: Promise<void>;
  settings: Settings;
  isLoaded: boolean;
}

/** A file of a project. */
export interface Claim {
  readonly live: LiveProject;
  readonly path: string;
}

export interface WorkspaceEvents {
  /** Something about a project may be different now. */
  changed(live: LiveProject): void;
  /** The folder is no project any more. */
  removed(live: LiveProject): void;
  /** A new project, before its files are read. */
  added(live: LiveProject): void;
  /** A bug in a host. */
  failed(error: unknown): void;
}

/** Folders, the projects in them, and the documents that are open. */
export interface Workspace {
  projects(): readonly LiveProject[];
  /** Projects that the settings leave out: they are read again when the settings change, and otherwise left alone. */
  leftOut(): readonly LiveProject[];
  /** The project that a file belongs to; null for other people's files. */
  claim(uri: string): Claim | null;
  addFolder(folder: string): Promise<void>;
  removeFolder(folder: string): void;
  open(document: PartedDocument): Promise<void>;
  change(uri: string): void;
  close(uri: string): Promise<void>;
  /** Files that may be different on disk now. */
  lookAt(uris: readonly string[]): Promise<void>;
  /** Compares one project, or all, with the disk. */
  refresh(live?: LiveProject): Promise<void>;
  setSettings(live: LiveProject, settings: Settings): void;
}

export function createWorkspace(host: Host, events: WorkspaceEvents): Workspace {
  const folders = new Set<string>();
  const live = new Map<string, LiveProject>();
  const hidden = new Map<string, LiveProject>();
  const documents = new Map<string, PartedDocument>();
  const validators = compileOnce();

  const projects = (): readonly LiveProject[] => [...live.values()];

  function claim(uri: string): Claim | null {
    for (const project of projects()) {
      const path = projectPath(project.session.root, uri);
      if (path !== null) return { live: project, path };
    }
    return null;
  }

  function addProject(root: string): LiveProject {
    const key = uriKey(root);
    const known = live.get(key);
    if (known !== undefined) return known;
    const left = hidden.get(key);
    if (left !== undefined) return left;
    const session = createProjectSession(root, cacheWith(validators), {
      environment: null,
      variables: host.variables,
    });
    const ready = readProjectFiles(host, session).then(() => {
      takeDocuments(session);
      project.isLoaded = true;
      settle(project);
    });
    const project: LiveProject = { session, ready, settings: defaultSettings, isLoaded: false };
    live.set(key, project);
    events.added(project);
    return project;
  }

  function takeDocuments(session: ProjectSession): void {
    for (const document of documents.values()) {
      const path = projectPath(session.root, document.uri);
      if (path !== null) session.open(path, document);
    }
  }

  /** Whether the settings want a project; one that lies in no folder was opened on purpose. */
  function isChosen({ session, settings }: LiveProject): boolean {
    const around = [...folders].filter((folder) => isInside(folder, session.root));
    if (around.length === 0) return true;
    return around.some((folder) => isIncluded(innerPath(folder, session.root), settings.projects));
  }

  /** A project that has lost one of its files is none any more. */
  function settle(project: LiveProject): void {
    if (live.get(uriKey(project.session.root)) !== project) return;
    if (project.session.isProject() && isWanted(project)) events.changed(project);
    else {
      live.delete(uriKey(project.session.root));
      events.removed(project);
    }
  }

  /** A project outside of all folders stays as long as one of its files is open. */
  function isWanted({ session }: LiveProject): boolean {
    if ([...folders].some((folder) => isInside(folder, session.root))) return true;
    return session.paths().some((path) => session.isOpen(path));
  }

  async function consider(uri: string): Promise<void> {
    const root = rootOf(uri);
    if (root === null || live.has(uriKey(root)) || hidden.has(uriKey(root))) return;
    const isOpen = documents.has(uriKey(uri));
    if (!isOpen && ![...folders].some((folder) => isInside(folder, root))) return;
    await addProject(root).ready;
  }

  return {
    projects,
    leftOut: () => [...hidden.values()],
    claim,
    async addFolder(folder) {
      folders.add(folder);
      const roots = await host.findProjects(folder);
      if (!folders.has(folder)) return;
      await Promise.all(roots.map((root) => addProject(root).ready));
    },
    removeFolder(folder) {
      for (const known of folders) if (uriKey(known) === uriKey(folder)) folders.delete(known);
      for (const [key, project] of hidden) if (!isWanted(project)) hidden.delete(key);
      for (const project of projects()) if (!isWanted(project)) settle(project);
    },
    async open(document) {
      documents.set(uriKey(document.uri), document);
      const found = claim(document.uri);
      if (found === null) return consider(document.uri);
      if (!found.live.isLoaded) return;
      found.live.session.open(found.path, document);
      settle(found.live);
    },
    change(uri) {
      const found = claim(uri);
      if (found === null || !found.live.isLoaded) return;
      found.live.session.touch();
      events.changed(found.live);
    },
    async close(uri) {
      documents.delete(uriKey(uri));
      const found = claim(uri);
      if (found === null) return;
      await found.live.ready;
      found.live.session.close(found.path);
      await refreshProjectFiles(host, found.live.session);
      settle(found.live);
    },
    async lookAt(uris) {
      const touched = new Set<LiveProject>();
      for (const uri of uris) {
        const found = claim(uri)?.live;
        if (found !== undefined) touched.add(found);
        else await consider(uri);
        for (const project of projects()) if (isInside(uri, project.session.root)) touched.add(project);
        for (const project of projects()) if (isFolderOf(project, uri)) touched.add(project);
      }
      await Promise.all([...touched].map((project) => this.refresh(project)));
    },
    async refresh(only) {
      for (const project of only === undefined ? projects() : [only]) {
        await project.ready;
        if (await refreshProjectFiles(host, project.session)) settle(project);
      }
    },
    setSettings(project, settings) {
      project.settings = settings;
      project.session.setOptions({ environment: settings.environment, variables: host.variables });
      const key = uriKey(project.session.root);
      const isShown = live.get(key) === project;
      if (isShown && !isChosen(project)) {
        live.delete(key);
        hidden.set(key, project);
        events.removed(project);
      } else if (!isShown && hidden.get(key) === project && isChosen(project)) {
        hidden.delete(key);
        live.set(key, project);
        takeDocuments(project.session);
        events.added(project);
        this.refresh(project).then(() => settle(project), events.failed);
      } else if (isShown && project.isLoaded) events.changed(project);
    },
  };
}

/** Of a folder that is deleted some editors tell, and not of the files in it. */
function isFolderOf({ session }: LiveProject, uri: string): boolean {
  return isInside(session.root, uri) && session.paths().some((path) => isInside(uri, session.uriOf(path)));
}

export type { Analysis };
