import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface LaidProject {
  readonly root: string;
  readonly config: string;
  readonly schema: string;
}

/** Writes a project's files into a folder; `files` are texts by path. */
export function layProject(root: string, files: Readonly<Record<string, string>>): LaidProject {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return {
    root,
    config: join(root, 'conf/config.yaml'),
    schema: join(root, 'schema/tables_schema.yaml'),
  };
}
