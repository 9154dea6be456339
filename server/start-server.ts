import {
  CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Finding } from '../core/contracts/finding.ts';
import { createAnalysisQueue } from './analysis-queue.ts';
import { createAnswering } from './answering.ts';
import { type ClientAbilities, foldersOf, readAbilities } from './client-abilities.ts';
import type { Host } from './host.ts';
import { listenToDocuments } from './listen-to-documents.ts';
import { listenToFiles } from './listen-to-files.ts';
import { methodCapabilities, registerMethods } from './methods/register-methods.ts';
import { type OriginsParams, originLines, originsRequest } from './origin-places.ts';
import { createSourceProber } from './probe-sources.ts';
import {
  listProject,
  listSignature,
  projectsChanged,
  projectsRequest,
  sourcesChanged,
} from './project-list.ts';
import type { Analysis } from './project-session.ts';
import { createFindingsPublisher, type FindingsPublisher } from './publish-findings.ts';
import { createViewRefresher } from './refresh-views.ts';
import { readSettings } from './settings.ts';
import { uriKey } from './uris.ts';
import { createWorkspace, type LiveProject } from './workspace.ts';

/** Serves one client until its connection ends. Everything from outside of the texts comes through the host. */
export function startServer(connection: Connection, host: Host): void {
  const publishers = new Map<LiveProject, FindingsPublisher>();
  const signatures = new Map<LiveProject, string>();
  let abilities: ClientAbilities = readAbilities({});
  let folders: readonly string[] = [];

  const fail = (error: unknown): void => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`This is a bug in Pistevo: ${told}`);
  };
  const queue = createAnalysisQueue(host, { begun: publish, done: tell, fail });
  const refreshViews = createViewRefresher(connection, host, { abilities: () => abilities, fail });
  const prober = createSourceProber(host, { tell: (live) => queue.add(live), counted: tellProjects, fail });
  const workspace = createWorkspace(host, {
    added(live) {
      const send = connection.sendDiagnostics.bind(connection);
      const { hasRelated } = abilities;
      const options = {
        pageOf: host.pageOf,
        hasRelated,
        send: (params: Parameters<typeof send>[0]) => void send(params).catch(fail),
      };
      publishers.set(live, createFindingsPublisher(live.session, options));
      readFolderSettings(live).catch(fail);
    },
    changed: (live) => queue.add(live),
    failed: fail,
    removed(live) {
      queue.remove(live);
      prober.remove(live);
      publishers.get(live)?.clear();
      publishers.delete(live);
      if (signatures.delete(live)) tellProjects();
    },
  });

  function publish(live: LiveProject, findings: readonly Finding[]): void {
    publishers.get(live)?.publish(live.settings.validate.enabled ? findings : []);
  }

  function tell(live: LiveProject, analysis: Analysis | null): void {
    const { settings } = live;
    if (analysis === null) return;
    publish(live, analysis.findings);
    refreshViews();
    connection.tracer.log(`${live.session.root}: ${analysis.findings.length} findings`);
    if (settings.validate.sources) prober.want(live, analysis.project);
    const signature = listSignature(analysis.project);
    if (signatures.get(live) !== signature) {
      signatures.set(live, signature);
      tellProjects();
    }
  }

  function tellProjects(): void {
    connection.sendNotification(projectsChanged).catch(fail);
  }

  async function readFolderSettings(live: LiveProject): Promise<void> {
    if (!abilities.hasConfiguration) return;
    const asked = { scopeUri: live.session.root, section: 'pistevo' };
    workspace.setSettings(live, readSettings(await connection.workspace.getConfiguration(asked)));
  }

  async function loadFolders(): Promise<void> {
    const progress = abilities.hasProgress ? await connection.window.createWorkDoneProgress() : null;
    progress?.begin('Pistevo', undefined, 'reading projects');
    try {
      await Promise.all(folders.map((folder) => workspace.addFolder(folder)));
      progress?.report('checking projects');
      await Promise.all(workspace.projects().map((live) => queue.settled(live)));
    } finally {
      progress?.done();
    }
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    abilities = readAbilities(params.capabilities, params.initializationOptions);
    folders = foldersOf(params);
    return {
      serverInfo: { name: 'Pistevo', version: host.version },
      capabilities: {
        ...methodCapabilities,
        positionEncoding: 'utf-16',
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  listenToDocuments(connection, workspace, { fail, sourcesMayDiffer: (live) => prober.forget(live) });
  connection.onInitialized(() => {
    listenToFiles(connection, workspace, { fail, abilities }).catch(fail);
    loadFolders().catch(fail);
  });
  connection.onDidChangeConfiguration(() => {
    for (const live of [...workspace.projects(), ...workspace.leftOut()])
      readFolderSettings(live).catch(fail);
  });
  connection.onNotification(sourcesChanged, () => {
    for (const live of workspace.projects()) {
      prober.forget(live);
      queue.add(live);
    }
  });
  const answering = createAnswering({ host, workspace, queue, abilities: () => abilities });
  registerMethods(connection, answering);
  const listProjects = answering.everywhere((live, analysis) => [
    listProject(live.session, analysis, prober.waiting(live)),
  ]);
  // A request without parameters is handed its token alone.
  connection.onRequest(projectsRequest, (...given: readonly CancellationToken[]) => {
    return listProjects(undefined, given.at(-1) ?? CancellationToken.None);
  });
  const everyOrigin = answering.everywhere((live, analysis, { root, origins }: OriginsParams) =>
    uriKey(live.session.root) === uriKey(root) ? [originLines(live.session, analysis, origins)] : [],
  );
  connection.onRequest(originsRequest, async (params: OriginsParams, token: CancellationToken) => {
    const found = await everyOrigin(params, token);
    return Array.isArray(found) ? (found[0] ?? null) : found;
  });
  connection.listen();
}
