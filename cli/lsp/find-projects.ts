import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { missingFiles } from '../../engine/project/find-root.ts';

/** Levels below an opened folder in which projects are looked for, and folders looked at in all. */
const deepest = 4;
const mostFolders = 5000;

/** Folders that hold other people's files, or a great many of them. */
const passedOver = new Set(['node_modules', 'dist', 'build', 'out', 'target', 'venv', '__pycache__']);

/** URIs of the projects in and below a folder, nearest first. Hidden folders are passed over, links not followed. */
export async function findProjects(folder: string): Promise<readonly string[]> {
  if (!folder.startsWith('file:')) return [];
  const found: string[] = [];
  let level = [fileURLToPath(folder)];
  let looked = 0;
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const path of level) {
      looked += 1;
      if (looked > mostFolders) return found;
      if (missingFiles(path).length === 0) found.push(uriOf(path));
      if (depth < deepest) next.push(...(await foldersIn(path)));
    }
    level = next;
  }
  return found;
}

function uriOf(path: string): string {
  const uri = pathToFileURL(path).href;
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}

async function foldersIn(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !passedOver.has(entry.name))
      .map(({ name }) => join(path, name));
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return [];
    throw error;
  }
}
