import { Uri } from 'vscode';

/** What a view, a lens, a keybinding or a program pointed at. */
export interface Target {
  /** The project's root, absolute. */
  readonly folder?: string;
  readonly dataset?: string;
  readonly runId?: string;
  readonly environment?: string;
  readonly engine?: string;
}

/**
 * Reads the first argument of a command: a dataset's name, or an object with `dataset`, `runId`, `environment`, `engine` and the
 * project as `folder` (a path) or `root` (a URI). Anything else points at nothing.
 */
export function targetOf(given: unknown): Target {
  if (typeof given === 'string') return given === '' ? {} : { dataset: given };
  if (typeof given !== 'object' || given === null) return {};
  const { folder, root, dataset, runId, environment, engine } = given as Readonly<Record<string, unknown>>;
  const path = typeof folder === 'string' ? folder : typeof root === 'string' ? pathOf(root) : undefined;
  return {
    ...(path !== undefined && { folder: path }),
    ...(typeof dataset === 'string' && { dataset }),
    ...(typeof runId === 'string' && { runId }),
    ...(typeof environment === 'string' && { environment }),
    ...(typeof engine === 'string' && { engine }),
  };
}

function pathOf(root: string): string {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(root) ? Uri.parse(root).fsPath : root;
}
