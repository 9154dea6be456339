import { loadProject } from '../../core/model/load-project.ts';
import { configFile, type Project, schemaFile } from '../../core/model/project.ts';
import { readScripts } from './read-scripts.ts';
import { readText } from './read-text.ts';

export interface ReadProjectOptions {
  readonly environment?: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Reads `sql_scripts/*.sql` too, which no run needs. */
  readonly hasScripts?: boolean;
}

export type ReadProject =
  | { readonly kind: 'project'; readonly project: Project }
  /** One sentence that names the file and says what to do. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Reads the project's files from disk and loads them for an environment. Mistakes inside them are findings of the project. */
export async function readProject(root: string, options: ReadProjectOptions): Promise<ReadProject> {
  const config = await readText(root, configFile);
  const schema = await readText(root, schemaFile);
  const scripts = options.hasScripts === true ? await readScripts(root) : { texts: {} };
  for (const read of [config, schema, scripts])
    if ('message' in read) return { kind: 'unreadable', message: read.message };
  const texts = {
    config: 'text' in config ? config.text : null,
    schema: 'text' in schema ? schema.text : null,
    scripts: 'texts' in scripts ? scripts.texts : {},
  };
  return { kind: 'project', project: loadProject(texts, options) };
}
