// Starts and stops code-server on a loopback port, with folders of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
};

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether nobody listens at a port of this machine. */
export async function isPortFree(port) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Arguments that every call of code-server shares. */
export function folderArguments(folder) {
  return [
    '--config',
    join(folder, 'config.yaml'),
    '--user-data-dir',
    join(folder, 'data'),
    '--extensions-dir',
    join(folder, 'extensions'),
  ];
}

/** Writes settings and an empty configuration into `folder`. */
export function layEditorFolder(folder, extraSettings = {}) {
  mkdirSync(join(folder, 'data/User'), { recursive: true });
  mkdirSync(join(folder, 'extensions'), { recursive: true });
  writeFileSync(join(folder, 'config.yaml'), '');
  writeFileSync(
    join(folder, 'data/User/settings.json'),
    JSON.stringify({ ...settings, ...extraSettings }, null, 2),
  );
}

/**
 * Starts the editor's server. `isTrusting: false` leaves workspace trust on. Resolves once it answers; `stop()` ends
 * the whole process group.
 */
export async function serveEditor(editor, folder, options = {}) {
  const port = options.port ?? (await freePort());
  const args = [
    editor.entry,
    ...folderArguments(folder),
    ...[
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
    ],
    ...['--disable-getting-started-override', '--disable-proxy', '--ignore-last-opened'],
    ...(options.isTrusting === false ? [] : ['--disable-workspace-trust']),
    ...(options.isTested ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  const child = spawn(editor.node, args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => (output = (output + bytes).slice(-20_000)));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null) return;
    process.kill(-child.pid, 'SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  };
  for (let tries = 0; tries < 120; tries += 1) {
    const isUp = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return { url, host: `127.0.0.1:${port}`, child, stop, output: () => output };
    if (child.exitCode !== null) throw new Error(`code-server ended with ${child.exitCode}:\n${output}`);
    await sleep(250);
  }
  await stop();
  throw new Error(`code-server did not answer:\n${output}`);
}
