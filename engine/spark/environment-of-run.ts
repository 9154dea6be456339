import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../core/contracts/plan.ts';
import { resolveLocation } from '../files/resolve-location.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface SizedRun {
  /** The project's root, absolute. */
  readonly root: string;
  readonly plan: Pick<Plan, 'dataset' | 'targetPath' | 'references' | 'operations'>;
  readonly environment: Environment;
}

/** Up to here the compiler that optimizes takes more of a run than it gives back: see docs/decisions/0021. */
const smallBytes = 32 * 1024 * 1024;
/** With the room for code that Java plans for one compiler alone, Spark's own is thrown out and compiled again all the time. */
const quick = '-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m';
/** Compiles what runs for every row, and little of what plans a query: that runs some thousand times, and then no more. */
const patient = '-XX:CompileThresholdScaling=6';
/** Read by `spark-submit` for the JVM that it starts, beside whatever the configuration of Spark says. */
const variable = 'SPARK_SUBMIT_OPTS';

/**
 * The environment of a driver: where little is read, Java is told to compile quickly instead of well, which spares a small run
 * half of its processor time; elsewhere to wait until it is worth it. What the user set comes last, so that it wins.
 */
export async function environmentOfRun({ root, plan, environment }: SizedRun): Promise<Environment> {
  const options = (await isSmall(root, plan)) ? quick : patient;
  const own = environment[variable];
  return { ...environment, [variable]: own ? `${options} ${own}` : options };
}

/** Whether the delivery, its table and those that it refers to are small as files; what is not on this machine is not known to be. */
async function isSmall(root: string, plan: SizedRun['plan']): Promise<boolean> {
  const sources = plan.operations.flatMap((operation) => (operation.kind === 'read' ? [operation.path] : []));
  const source = await Promise.all(sources.map((path) => resolveLocation(root, path)));
  const target = await resolveLocation(root, plan.targetPath);
  const locations = [...source, target];
  if (locations.some(({ kind }) => kind !== 'local') || target.kind !== 'local') return false;
  const tables = [plan.dataset, ...plan.references.map(({ parent }) => parent)];
  const folders = [
    ...source.flatMap((location) => (location.kind === 'local' ? [location.path] : [])),
    ...tables.map((name) => join(target.path, `${name}__v`)),
  ];
  try {
    let left = smallBytes;
    for (const folder of folders) {
      for await (const file of filesBelow(folder)) {
        left -= (await stat(file)).size;
        if (left < 0) return false;
      }
    }
    return true;
  } catch (error) {
    // A folder that cannot be looked into, or a file that just went: the run itself says what that means.
    if ((error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for await (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  try {
    yield* await opendir(folder);
  } catch (error) {
    // Nothing was delivered, or ingested, yet.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
