import { allProjects, type ProjectGlobs } from './is-included.ts';

/** What a user may set for a folder, under `pistevo.`. */
export interface Settings {
  /** Instead of the project's `default_environment`. */
  readonly environment: string | null;
  readonly validate: {
    /** Findings are shown. */
    readonly enabled: boolean;
    /** The headers and first values of waiting files are compared with the schema. */
    readonly sources: boolean;
  };
  /** Which projects of the folder are looked after. */
  readonly projects: ProjectGlobs;
}

export const defaultSettings: Settings = {
  environment: null,
  validate: { enabled: true, sources: true },
  projects: allProjects,
};

/** Reads what a client answered for section `pistevo`; anything of another type counts as not set. */
export function readSettings(given: unknown): Settings {
  const settings = mapping(given);
  const project = mapping(settings['project']);
  const validate = mapping(settings['validate']);
  const environment = project['environment'];
  return {
    environment: typeof environment === 'string' && environment !== '' ? environment : null,
    validate: {
      enabled: flag(validate['enabled'], defaultSettings.validate.enabled),
      sources: flag(validate['sources'], defaultSettings.validate.sources),
    },
    projects: {
      include: texts(project['include'], defaultSettings.projects.include),
      exclude: texts(project['exclude'], defaultSettings.projects.exclude),
    },
  };
}

function texts(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : otherwise;
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}
