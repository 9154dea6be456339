import type { Finding } from '../contracts/finding.ts';
import { locate } from '../syntax/yaml/locate.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { drain, type Steps } from '../text/drain.ts';
import type { SourceText } from '../text/parted-text.ts';
import { formatPath, parsePath } from '../text/path.ts';
import { sha256Hex } from '../text/sha256.ts';
import { valueAt } from '../text/value-at.ts';
import { type LoadedConfig, loadConfig } from './load-config.ts';
import { loadTables } from './load-tables.ts';
import {
  configFile,
  type Dataset,
  type Path,
  type Project,
  type ProjectFile,
  type SourceDocument,
  schemaFile,
} from './project.ts';
import { createProjectCache, type ProjectCache } from './project-cache.ts';
import { remember } from './remember.ts';
import { readScripts } from './script-document.ts';
import { type ParsedDocument, parseSource } from './source-document.ts';

/** Texts of a project's files; null for a file that does not exist. */
export interface ProjectTexts {
  readonly config: SourceText | null;
  readonly schema: SourceText | null;
  /** Those of `sql_scripts/*.sql`, by path; absent where nobody looks at them. */
  readonly scripts?: Readonly<Record<string, SourceText>>;
}

export interface LoadOptions {
  /** Instead of `default_environment`. */
  readonly environment?: string;
  /** Win over the variables of the configuration. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly cache?: ProjectCache;
}

/** Reads a project from its texts. Never throws for what a user wrote: what is sound is in the project, the rest in its findings. */
export function loadProject(texts: ProjectTexts, options: LoadOptions = {}): Project {
  return drain(loadProjectSteps(texts, options));
}

/** The same with pauses: between them stands the work on one dataset, or on a file's settings. */
export function* loadProjectSteps(texts: ProjectTexts, options: LoadOptions = {}): Steps<Project> {
  const cache = options.cache ?? createProjectCache();
  const config = yield* parse(configFile, texts.config, 'sources', cache);
  const schema = yield* parse(schemaFile, texts.schema, 'tables', cache);
  const { environment, variables = {} } = options;
  const given = JSON.stringify(variables);
  const loaded = yield* remember(cache.memory, 'config', [config, environment, given], () =>
    loadConfig(config, { cache, environment, variables }),
  );
  const tables = yield* remember(cache.memory, 'tables', [schema], () => loadTables(schema, cache));
  cache.scripts = yield* readScripts(texts.scripts ?? {}, loaded.settings.spark, cache.scripts);
  const scripts = [...cache.scripts.values()].map(({ document }) => document);
  const parsed = { [configFile]: config, [schemaFile]: schema };
  const pathOf = (file: ProjectFile, path: Path): Path =>
    file === configFile ? loaded.writtenPath(path) : path;
  return {
    environment: loaded.environment,
    environments: loaded.environments,
    documents: documentsOf(config, schema),
    scripts,
    settings: loaded.settings,
    datasets: joinDatasets(loaded, tables.tables, cache),
    findings: [...missing(texts), ...loaded.findings, ...tables.findings],
    originOf(file, path) {
      const root = parsed[file]?.root;
      const written = pathOf(file, path);
      const existing =
        root === null || root === undefined ? [] : written.slice(0, locate(root, written).depth);
      const value = valueAt(parsed[file]?.document.value, existing) ?? null;
      return {
        file,
        path: formatPath(existing),
        // To ask where a default stands is to ask for the hash of a whole file: only those who read it wait for it.
        get hash() {
          return sha256Hex(canonicalJson(value)).slice(0, 12);
        },
      };
    },
    placeOf(origin, part) {
      const document =
        origin.file === configFile || origin.file === schemaFile ? parsed[origin.file]?.document : undefined;
      return document === undefined
        ? null
        : { file: document.file, range: document.rangeOf(parsePath(origin.path), part) };
    },
  };
}

function* parse(
  file: ProjectFile,
  text: SourceText | null,
  section: string,
  cache: ProjectCache,
): Steps<ParsedDocument | null> {
  if (text === null) return null;
  return yield* remember(cache.memory, file, [text], () =>
    parseSource(file, text, { section, cache: cache.yaml }),
  );
}

function documentsOf(
  config: ParsedDocument | null,
  schema: ParsedDocument | null,
): Readonly<Partial<Record<ProjectFile, SourceDocument>>> {
  return {
    ...(config === null ? {} : { [configFile]: config.document }),
    ...(schema === null ? {} : { [schemaFile]: schema.document }),
  };
}

/** In the order of `tables:`, then those that only `sources:` names. */
function joinDatasets(
  config: LoadedConfig,
  tables: ReadonlyMap<string, Dataset['table']>,
  cache: ProjectCache,
): readonly Dataset[] {
  const datasets = new Map<string, Dataset>();
  for (const name of [...tables.keys(), ...config.sources.keys()]) {
    const source = config.sources.get(name) ?? null;
    const table = tables.get(name) ?? null;
    const before = cache.datasets.get(name);
    const isSame = before?.source === source && before.table === table;
    datasets.set(name, isSame ? before : { name, source, table });
  }
  cache.datasets = datasets;
  return [...datasets.values()];
}

function missing(texts: ProjectTexts): readonly Finding[] {
  const files = [
    ...(texts.config === null ? [configFile] : []),
    ...(texts.schema === null ? [schemaFile] : []),
  ];
  return files.map((file) => {
    const message = `\`${file}\` does not exist; create it, or start a project with \`pistevo init\`.`;
    return { code: 'missing-file', severity: 'error', message, file, range: { start: 0, end: 0 } };
  });
}
