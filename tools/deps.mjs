// Installs the locked dependencies when node_modules is missing or older than the lockfile.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.pistevo-lock');

/** SHA-256 of lockfile and Node's major version: what the installed tree depends on. */
function wanted() {
  const major = process.versions.node.split('.')[0];
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(major)
    .digest('hex');
}

/** Runs `npm ci` if needed; ends the process with npm's code when that fails. */
export function ensureDependencies() {
  const key = wanted();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  console.error('Installing dependencies (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('npm ci failed: see the lines above. Is the package registry reachable?');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, key);
}

/** Runs a Node script or a binary from node_modules with inherited output; answers its exit code. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

/** Path of a package's JavaScript entry under node_modules. */
export function packageFile(path) {
  return join(root, 'node_modules', path);
}
