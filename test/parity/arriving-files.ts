import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArrivingFile } from './play-project.ts';

/** Every file below a folder, as it arrives below `place` of the project. */
export function arrivingFiles(folder: string, place: string): readonly ArrivingFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => ({
      path: `${place}/${file.replaceAll('\\', '/')}`,
      bytes: readFileSync(join(folder, file)),
    }));
}
