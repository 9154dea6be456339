import { join, relative, sep } from 'node:path';
import type { Plan } from '../../core/contracts/plan.ts';
import { isWithin, resolveLocation } from '../files/resolve-location.ts';
import { RunStop } from './run-stop.ts';

/** Where a dataset's things are on this machine; all absolute, folders without a closing slash. */
export interface LocalPaths {
  readonly target: string;
  /** The one database file of a target schema. */
  readonly warehouse: string;
  /** Staged files of every committed run, one folder a run. */
  readonly stage: string;
  readonly locks: string;
  readonly scratch: string;
}

export type PlacedPlan = Pick<Plan, 'schema' | 'dataset' | 'targetPath'>;

/**
 * Paths of a dataset below the project's root.
 * @throws RunStop (`failed`) when the target is not on this machine, or outside of the project without saying so.
 */
export async function localPaths(root: string, plan: PlacedPlan): Promise<LocalPaths> {
  const target = await localFolder(root, plan.targetPath, 'target_path');
  for (const [part, what] of [
    [plan.schema, 'target_schema'],
    [plan.dataset, 'dataset'],
  ] as const) {
    if (!/^[^\0/\\]+$/.test(part) || part === '.' || part === '..') {
      throw new RunStop(
        'failed',
        'unusable_name',
        `The ${what} \`${part}\` cannot be the name of a file; choose one of letters, digits and \`_\`.`,
      );
    }
  }
  return {
    target,
    warehouse: join(target, `${plan.schema}.duckdb`),
    stage: join(target, `${plan.schema}_stage`, plan.dataset),
    locks: locksFolder(root),
    scratch: join(root, '.pistevo', 'scratch'),
  };
}

export function locksFolder(root: string): string {
  return join(root, '.pistevo', 'locks');
}

/**
 * The folder on this machine that a path of the configuration names.
 * @throws RunStop (`failed`) when there is none.
 */
export async function localFolder(root: string, path: string, setting: string): Promise<string> {
  const location = await resolveLocation(root, path);
  if (location.kind === 'local') return location.path;
  if (location.kind === 'outside') throw new RunStop('failed', 'path_outside', location.message);
  throw new RunStop(
    'failed',
    'remote_path',
    `The local engine cannot use \`${path}\` (\`${setting}\`): it works on folders of this machine. Choose an environment with local paths (\`--environment local\`), or the engine that reads object stores (\`--engine emr\`).`,
  );
}

/** A path as it is written down: relative to the root, with `/`, when it lies below it. */
export function told(root: string, path: string): string {
  return isWithin(root, path) ? relative(root, path).split(sep).join('/') : path;
}
