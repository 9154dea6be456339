import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadProject } from '../../core/model/load-project.ts';
import { configFile, type Project, type ProjectFile, schemaFile } from '../../core/model/project.ts';

export interface ReadProjectOptions {
  readonly environment?: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** A text larger than this is no hand-written file, and not worth the memory of parsing it. */
const mostBytes = 64 * 1024 * 1024;

export type ReadProject =
  | { readonly kind: 'project'; readonly project: Project }
  /** One sentence that names the file and says what to do. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Reads both project files from disk and loads them for an environment. Mistakes inside them are findings of the project. */
export async function readProject(root: string, options: ReadProjectOptions): Promise<ReadProject> {
  const config = await readText(root, configFile);
  const schema = await readText(root, schemaFile);
  for (const read of [config, schema])
    if ('message' in read) return { kind: 'unreadable', message: read.message };
  const texts = {
    config: 'text' in config ? config.text : null,
    schema: 'text' in schema ? schema.text : null,
  };
  return { kind: 'project', project: loadProject(texts, options) };
}

/** A file's text, null when there is none, or why it cannot be read. */
async function readText(
  root: string,
  file: ProjectFile,
): Promise<{ text: string | null } | { message: string }> {
  try {
    const { size } = await stat(join(root, file));
    if (size > mostBytes) {
      return {
        message: `\`${file}\` is ${Math.round(size / 1024 / 1024)} MiB large, and at most 64 MiB are read; move data out of it.`,
      };
    }
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        await readFile(join(root, file)),
      ),
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { text: null };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { message: `\`${file}\` is not UTF-8; save it in that encoding.` };
    return { message: `\`${file}\` cannot be read (${code ?? message}); check its permissions.` };
  }
}
