import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../runs/write-atomically.ts';

/** Where releases are published; paths are relative, with `/`. */
export interface ArtifactStore {
  /** As Hadoop's FileSystem opens it, ends with `/`: `file:///srv/artifacts/`. Nothing in it is encoded. */
  readonly uri: string;
  /** Content of a file; null when it is not there. Throws what the store says otherwise. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file whole or not at all, replacing what was there. Throws what the store says. */
  write(path: string, content: Uint8Array): Promise<void>;
}

/** A folder of this machine, or one that is mounted on it. */
export function folderStore(folder: string): ArtifactStore {
  return {
    uri: `${fileUri(folder)}/`,
    read: async (path) => {
      const file = join(folder, path);
      return existsSync(file) ? readFileSync(file) : null;
    },
    write: async (path, content) => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeAtomically(file, content);
    },
  };
}

/** `file:///folder` of an absolute path. Hadoop takes names literally, so that nothing is encoded. */
export function fileUri(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/\/$/, '');
  return `file://${slashed.startsWith('/') ? '' : '/'}${slashed}`;
}
