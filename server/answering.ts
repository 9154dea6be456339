import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../core/text/drain.ts';
import type { AnalysisQueue } from './analysis-queue.ts';
import type { Asked } from './asked.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Host } from './host.ts';
import type { Analysis } from './project-session.ts';
import { runSteps } from './run-steps.ts';
import type { LiveProject, Workspace } from './workspace.ts';

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result | ResponseError>;

export interface AboutOptions {
  /** The answer changes files: those that are closed are compared with the disk first. */
  readonly isChange?: boolean;
}

/** Turns verbs into handlers of requests: finds the project, waits for it, sees that the answer is still wanted. */
export interface Answering {
  /** Of a file; of files of no project there is nothing to say. */
  about<Params extends DocumentParams, Result>(
    answer: (asked: Asked<Params>) => Result | ResponseError,
    options?: AboutOptions,
  ): Handler<Params, Result | null>;
  /** Of a file, by work that grows with it. */
  aboutSteps<Params extends DocumentParams, Result>(
    answer: (asked: Asked<Params>) => Steps<Result | ResponseError>,
    options?: AboutOptions,
  ): Handler<Params, Result | null>;
  /** Of all projects. */
  everywhere<Params, Result>(
    answer: (live: LiveProject, analysis: Analysis, params: Params) => readonly Result[],
  ): Handler<Params, Result[]>;
  everywhereSteps<Params, Result>(
    answer: (live: LiveProject, analysis: Analysis, params: Params) => Steps<readonly Result[]>,
  ): Handler<Params, Result[]>;
}

export interface AnsweringOptions {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly queue: AnalysisQueue;
  abilities(): ClientAbilities;
}

/** A client that tells of no changed files has them looked at so often, in milliseconds. */
const lookAgainMs = 2000;

export function createAnswering({ host, workspace, queue, abilities }: AnsweringOptions): Answering {
  const lookedMs = new WeakMap<LiveProject, number>();

  /** What has arrived behind the request may make it stale. */
  const drained = (): Promise<void> => new Promise((done) => host.soon(() => host.soon(done)));

  async function bringUpToDate(live: LiveProject): Promise<void> {
    if (!live.isLoaded) await live.ready;
    const now = host.now();
    if (abilities().hasWatchedFiles || now - (lookedMs.get(live) ?? Number.NEGATIVE_INFINITY) < lookAgainMs)
      return;
    lookedMs.set(live, now);
    await workspace.refresh(live);
  }

  async function everyAnswer<Result>(
    answer: (live: LiveProject, analysis: Analysis) => Steps<readonly Result[]>,
    token: CancellationToken,
  ): Promise<Result[] | ResponseError> {
    const found: Result[] = [];
    for (const live of workspace.projects()) {
      const analysis = live.session.analysis();
      if (analysis === null) continue;
      const isStale = (): boolean => token.isCancellationRequested || live.session.analysis() !== analysis;
      const answered = await runSteps(answer(live, analysis), { host, isStale });
      if (answered === null) return token.isCancellationRequested ? withdrawn() : modified();
      found.push(...answered.value);
    }
    return found;
  }

  const answering: Answering = {
    about: (answer, options) => answering.aboutSteps((asked) => atOnce(() => answer(asked)), options),
    aboutSteps(answer, { isChange = false } = {}) {
      return async (params, token) => {
        const claim = workspace.claim(params.textDocument.uri);
        if (claim === null) return null;
        const { live, path } = claim;
        const { session } = live;
        const version = session.document(path)?.version;
        const hasChanged = (): boolean =>
          version !== undefined && session.document(path)?.version !== version;
        await Promise.all([isChange ? workspace.refresh(live) : bringUpToDate(live), drained()]);
        if (token.isCancellationRequested) return withdrawn();
        if (hasChanged()) return modified();
        await queue.settled(live);
        if (hasChanged()) return modified();
        const document = session.document(path);
        const analysis = session.analysis();
        if (document === null || analysis === null) return null;
        const { view, findings } = analysis;
        const asked = { params, session, path, document, view, findings, abilities: abilities() };
        const isStale = (): boolean => token.isCancellationRequested || hasChanged();
        const answered = await runSteps(answer(asked), { host, isStale });
        if (answered !== null) return answered.value;
        return token.isCancellationRequested ? withdrawn() : modified();
      };
    },
    everywhere: (answer) =>
      answering.everywhereSteps((live, analysis, params) => atOnce(() => answer(live, analysis, params))),
    everywhereSteps(answer) {
      return async (params, token) => {
        await Promise.all(workspace.projects().map(bringUpToDate));
        if (token.isCancellationRequested) return withdrawn();
        await Promise.all(workspace.projects().map((live) => queue.settled(live)));
        return everyAnswer((live, analysis) => answer(live, analysis, params), token);
      };
    },
  };
  return answering;
}

// biome-ignore lint/correctness/useYield: work without a pause has nothing to yield
function* atOnce<T>(work: () => T): Steps<T> {
  return work();
}

function withdrawn(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The question was withdrawn.');
}

function modified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}
