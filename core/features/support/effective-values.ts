import { expandText } from '../../model/expand-text.ts';
import { configFile, type Path, type Project } from '../../model/project.ts';
import { keysAt, writtenAt } from '../../model/written-at.ts';
import { entriesOf } from '../../text/value-at.ts';

/** What a setting of the configuration is in one environment. */
export interface EffectiveValue {
  /** Null for a project without environments. */
  readonly environment: string | null;
  /** Variables put in; undefined where nothing is written and the default holds. */
  readonly value: unknown;
  /** Where it is written; null for a default. */
  readonly writtenAt: Path | null;
}

/** A path of the configuration as it would stand outside of environments, and the environment that it is written in. */
export function splitEnvironment(path: Path): { readonly environment: string | null; readonly path: Path } {
  const [section, name, ...rest] = path;
  return section === 'environments' && typeof name === 'string'
    ? { environment: name, path: rest }
    : { environment: null, path };
}

/** The value at a path (outside of environments) in each environment. Lists and texts are replaced, never merged. */
export function effectiveValues(project: Project, path: Path): readonly EffectiveValue[] {
  const names = keysAt(project, configFile, ['environments']);
  return (names.length === 0 ? [null] : names).map((environment) =>
    effectiveValue(project, path, environment),
  );
}

export function effectiveValue(project: Project, path: Path, environment: string | null): EffectiveValue {
  const over = environment === null ? [] : [['environments', environment, ...path]];
  const found = [...over, path].find((entry) => writtenAt(project, configFile, entry) !== undefined);
  if (found === undefined) return { environment, value: undefined, writtenAt: null };
  const value = expand(writtenAt(project, configFile, found), variablesOf(project, environment));
  return { environment, value, writtenAt: found };
}

/** The variables of an environment, as written. */
export function variablesOf(project: Project, environment: string | null): ReadonlyMap<string, string> {
  const own = environment === null ? [] : [['environments', environment, 'variables']];
  const found = new Map<string, string>();
  for (const path of [['variables'], ...own]) {
    for (const [name, value] of entriesOf(writtenAt(project, configFile, path))) {
      if (value !== null && typeof value !== 'object') found.set(name, String(value));
    }
  }
  return found;
}

/** A value with its variables put in; those that are not defined stay as they are written. */
export function expand(value: unknown, variables: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => expand(item, variables));
  return typeof value === 'string' ? expandWith(value, variables, new Set()) : value;
}

function expandWith(text: string, variables: ReadonlyMap<string, string>, open: ReadonlySet<string>): string {
  return expandText(text, (name) => {
    const written = variables.get(name);
    if (written === undefined || open.has(name)) return undefined;
    return expandWith(written, variables, new Set([...open, name]));
  }).text;
}
