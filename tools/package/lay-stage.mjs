// Lays exactly what ships into a folder of its own: what is not named here is in no package.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../deps.mjs';
import { licencesText } from './licences.mjs';

/** What ships, file by file or by the names in one folder. */
export const allowed = [
  'LICENSE',
  'CHANGELOG.md',
  'dist/cli/*.js',
  'dist/client/*.cjs',
  'dist/server/*.cjs',
  'dist/webview/*.{js,css}',
  'images/*.{png,svg}',
  'client/walkthrough/*',
  'client/snippets/*',
  'docs/findings/*.md',
];

/** The page that an editor shows of the extension: not that of the repository, whose links lead nowhere there. */
const readme = 'client/README.md';

const unneeded = /(\.d\.ts|\.map|\.tsbuildinfo|README\.md)$/;

/** Packages of the engine for one platform, by their names under node_modules. */
function enginePackages(platform) {
  return ['@duckdb/node-bindings', 'detect-libc', `@duckdb/node-bindings-${platform}`];
}

/** Why this machine cannot package the engine for a platform; null when it can. */
export function engineHindrance(platform) {
  const missing = enginePackages(platform).filter((name) => !existsSync(join(root, 'node_modules', name)));
  return missing.length === 0 ? null : `${missing.join(', ')} is not installed on this machine`;
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

function filesOf(pattern) {
  const braces = /^(.*)\{(.*)\}$/.exec(pattern);
  const patterns = braces === null ? [pattern] : braces[2].split(',').map((end) => braces[1] + end);
  const found = patterns.flatMap((one) => expand(one));
  if (found.length === 0) throw new Error(`nothing fits ${pattern}: was everything built?`);
  return found;
}

/** Files of a pattern whose last part may begin or end with `*`. */
function expand(pattern) {
  const folder = dirname(pattern);
  const [before = '', after = ''] = pattern.slice(folder === '.' ? 0 : folder.length + 1).split('*');
  if (!pattern.includes('*')) return existsSync(join(root, pattern)) ? [pattern] : [];
  return readdirSync(join(root, folder))
    .filter((name) => name.startsWith(before) && name.endsWith(after) && !name.endsWith('.map'))
    .map((name) => `${folder}/${name}`);
}

/** The manifest as it ships: nothing that only a checkout has use for. */
function shippedManifest(isWithEngine) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of ['private', 'scripts', 'devDependencies', 'dependencies', 'files', 'bin'])
    delete manifest[name];
  if (!isWithEngine) {
    manifest.description = `${manifest.description}. This package has no engine inside: it checks and edits, and runs nothing`;
  }
  return manifest;
}

/** Fills `stage` anew. `platform`: whose engine goes in, as Node names it (`linux-x64`); null for none. */
export function layStage(stage, platform) {
  rmSync(stage, { recursive: true, force: true });
  for (const file of allowed.flatMap(filesOf)) copy(join(root, file), join(stage, file));
  copy(join(root, readme), join(stage, 'README.md'));
  const manifest = shippedManifest(platform !== null);
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(stage, 'LICENCES.txt'), licencesText(join(root, 'dist')));
  if (platform === null) return;
  layScripts(stage);
  for (const name of enginePackages(platform)) {
    const home = join(root, 'node_modules', name);
    // Beside the bundles, which find it there; at the root it would be taken for a tree to be resolved.
    const target = join(stage, 'dist/node_modules', name);
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || unneeded.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      copy(file, join(target, file.slice(home.length)));
    }
  }
}

/** What `--engine spark` submits and publishes; the package that runs nothing has no use for it. */
function layScripts(stage) {
  for (const file of readdirSync(join(root, 'scripts'), { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.py')) copy(join(root, 'scripts', file), join(stage, 'scripts', file));
}
