import { relative, resolve, sep } from 'node:path';
import type { Project } from '../../core/model/project.ts';
import { nearNames } from '../../core/text/near-names.ts';
import { findRoot, missingFiles } from '../../engine/project/find-root.ts';
import { type ReadProjectOptions, readProject } from '../../engine/project/read-project.ts';
import type { CommandContext } from '../terminal/context.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Options of every command that works on a project. */
export interface ProjectOptions {
  /** Folder given by `--project`. */
  readonly project?: string;
  readonly environment?: string;
  /** `name=value`, as given by `--var`. */
  readonly var?: readonly string[];
}

/** What a command wants to know of a project. */
export interface OpenOptions extends ProjectOptions {
  /** Reads `sql_scripts/` too, which no run needs. */
  readonly hasScripts?: boolean;
}

export interface OpenedProject {
  /** Absolute. */
  readonly root: string;
  readonly project: Project;
  /** From the folder the command runs in to the root, with `/`: '' or ending with `/`. Makes paths clickable. */
  readonly prefix: string;
}

/** Finds the project and reads it. Throws UsageError when there is none, or an option does not fit it. */
export async function openProject(options: OpenOptions, context: CommandContext): Promise<OpenedProject> {
  const root = projectRoot(options.project, context);
  const read = await readProject(root, {
    ...variablesOf(options, context),
    hasScripts: options.hasScripts ?? false,
  });
  if (read.kind === 'unreadable') throw new UsageError(read.message);
  const { project } = read;
  const wanted = options.environment;
  if (wanted !== undefined && !project.environments.includes(wanted)) {
    throw new UsageError(
      `There is no environment \`${wanted}\`; ${environmentHint(wanted, project.environments)}`,
    );
  }
  const path = relative(context.folder, root).split(sep).join('/');
  return { root, project, prefix: path === '' ? '' : `${path}/` };
}

/** Environment and variables that a command's options and the process environment give. Throws UsageError. */
export function variablesOf(options: ProjectOptions, context: CommandContext): ReadProjectOptions {
  return {
    variables: { ...processVariables(context.environment), ...namedVariables(options.var ?? []) },
    ...(options.environment !== undefined && { environment: options.environment }),
  };
}

function environmentHint(wanted: string, known: readonly string[]): string {
  const [near] = nearNames(wanted, known);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return known.length === 0
    ? 'the project has none, so leave the option out.'
    : `choose one of ${known.join(', ')}.`;
}

/** The project's root: the given folder, or the nearest one upwards. Throws UsageError when it is none. */
export function projectRoot(given: string | undefined, context: CommandContext): string {
  if (given !== undefined) {
    const root = resolve(context.folder, given);
    const [missing] = missingFiles(root);
    if (missing !== undefined)
      throw new UsageError(
        `\`${given}\` is not a project: it has no \`${missing}\`; give \`--project\` the folder that holds it.`,
      );
    return root;
  }
  const found = findRoot(context.folder);
  if (found.kind === 'found') return found.root;
  if (found.half !== null) {
    throw new UsageError(
      `\`${found.half.folder}\` is not a whole project: \`${found.half.missing}\` is missing; create it, or go to the project's folder.`,
    );
  }
  throw new UsageError(
    'No project is here: neither this folder nor one above it has `conf/config.yaml` and `schema/tables_schema.yaml`; go to one, name it with `--project <folder>`, or begin one with `pistevo init`.',
  );
}

function namedVariables(given: readonly string[]): Readonly<Record<string, string>> {
  const pairs = given.map((text) => {
    const at = text.indexOf('=');
    if (at <= 0) throw new UsageError(`\`--var ${text}\` gives no value; write \`--var name=value\`.`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

/** `PISTEVO_VAR_BUCKET=x` sets the variable `bucket`; names are lower case there unless the system keeps their case. */
export function processVariables(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const prefix = 'PISTEVO_VAR_';
  const pairs = Object.entries(environment).flatMap(([name, value]) => {
    if (!name.startsWith(prefix) || value === undefined) return [];
    const variable = name.slice(prefix.length);
    return [[variable, value] as const, [variable.toLowerCase(), value] as const];
  });
  return Object.fromEntries(pairs);
}
