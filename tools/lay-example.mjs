// The example project, copied: the work tree stays as it is.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './deps.mjs';

export const deliveriesFolder = join(root, 'samples/deliveries');

/** Copies the project's files into `folder`, without any delivery. */
export function layExample(folder) {
  for (const part of ['conf', 'schema', 'sql_scripts']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
}

/** Puts a delivery's files where the sources of the project in `folder` are. */
export function layDelivery(folder, name) {
  cpSync(join(deliveriesFolder, name), join(folder, 'source'), { recursive: true });
}
