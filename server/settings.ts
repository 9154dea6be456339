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
}

export const defaultSettings: Settings = { environment: null, validate: { enabled: true, sources: true } };

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
  };
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}
