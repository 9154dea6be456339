// The licences of what is bundled: found by the source maps of the bundles, which name every file that went in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../deps.mjs';

/** Names of the packages whose code is in the bundles under `folder`, in order. */
function bundledPackages(folder) {
  const maps = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.map'));
  const sources = maps.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).sources);
  const names = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** One text with the licence of every package that is bundled under `folder`. Throws for one that has none. */
export function licencesText(folder) {
  const parts = bundledPackages(folder).map((name) => {
    const home = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const file = readdirSync(home).find((one) => /^(licen[cs]e|copying)(\.|$)/i.test(one));
    if (file === undefined && license === undefined)
      throw new Error(`${name} is bundled and names no licence`);
    const text =
      file === undefined || !existsSync(join(home, file))
        ? ''
        : readFileSync(join(home, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `This package contains the following works of others.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
