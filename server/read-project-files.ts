import { configFile, schemaFile } from '../core/model/project.ts';
import type { Host } from './host.ts';
import type { ProjectSession } from './project-session.ts';
import { fileUri } from './uris.ts';

/** Reads every file of a project from disk. */
export async function readProjectFiles(host: Host, session: ProjectSession): Promise<void> {
  const paths = await pathsOnDisk(host, session);
  await Promise.all(paths.map((path) => readOne(host, session, path)));
}

/** Reads what has changed on disk since it was read; gives whether anything has. */
export async function refreshProjectFiles(host: Host, session: ProjectSession): Promise<boolean> {
  const paths = new Set([...(await pathsOnDisk(host, session)), ...session.paths()]);
  const changed = await Promise.all(
    [...paths].map(async (path) => {
      const stamp = await host.stampOf(fileUri(session.root, path));
      if (stamp === session.stampOf(path)) return false;
      await readOne(host, session, path);
      return true;
    }),
  );
  return changed.includes(true);
}

async function pathsOnDisk(host: Host, session: ProjectSession): Promise<readonly string[]> {
  const scripts = await host.listScripts(fileUri(session.root, 'sql_scripts'));
  return [configFile, schemaFile, ...scripts.map((name) => `sql_scripts/${name}`)];
}

async function readOne(host: Host, session: ProjectSession, path: string): Promise<void> {
  session.setDisk(path, await host.readFile(fileUri(session.root, path)));
}
