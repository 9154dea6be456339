import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { AnalysisQueue } from './analysis-queue.ts';
import type { Asked } from './asked.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Host } from './host.ts';
import type { Analysis } from './project-session.ts';
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
  /** Of all projects. */
  everywhere<Params, Result>(
    answer: (live: LiveProject, analysis: Analysis, params: Params) => readonly Result[],
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

  return {
    about(answer, { isChange = false } = {}) {
      return async (params, token) => {
        const claim = workspace.claim(params.textDocument.uri);
        if (claim === null) return null;
        const { live, path } = claim;
        const { session } = live;
        const version = session.document(path)?.version;
        await Promise.all([isChange ? workspace.refresh(live) : bringUpToDate(live), drained()]);
        if (token.isCancellationRequested)
          return new ResponseError(LSPErrorCodes.RequestCancelled, 'The question was withdrawn.');
        const document = session.document(path);
        if (version !== undefined && document?.version !== version) return modified();
        await queue.settled(live);
        if (version !== undefined && session.document(path)?.version !== version) return modified();
        const analysis = session.analysis();
        if (document === null || analysis === null) return null;
        const { view, findings } = analysis;
        return answer({ params, session, path, document, view, findings, abilities: abilities() });
      };
    },
    everywhere(answer) {
      return async (params, token) => {
        await Promise.all(workspace.projects().map(bringUpToDate));
        if (token.isCancellationRequested)
          return new ResponseError(LSPErrorCodes.RequestCancelled, 'The question was withdrawn.');
        await Promise.all(workspace.projects().map((live) => queue.settled(live)));
        return workspace.projects().flatMap((live) => {
          const analysis = live.session.analysis();
          return analysis === null ? [] : answer(live, analysis, params);
        });
      };
    },
  };
}

function modified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}
