// `npm run editor`: a VS Code with the extension, on a copy of the example project with a delivery waiting.
//   --port <n>   port of the editor in the browser (8080 when free, else any)
//   --reset      throws the copy away and begins again
// VSCODE_EXE, or `code` on a machine with a desktop, opens a window; elsewhere code-server prints its address.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { root } from './deps.mjs';
import { layDelivery, layExample } from './lay-example.mjs';

const demo = join(root, '.pistevo/editor');
const { values } = parseArgs({
  options: { port: { type: 'string' }, reset: { type: 'boolean', default: false } },
});

await build();
if (values.reset) rmSync(demo, { recursive: true, force: true });
if (!existsSync(demo)) {
  layExample(demo);
  layDelivery(demo, '1-first-load');
}
const desktop = process.env.VSCODE_EXE ?? desktopEditor();
if (desktop === null) await serve();
else openDesktop(desktop);

/** The `code` command where there is a screen to open a window on; null elsewhere. */
function desktopEditor() {
  const hasScreen =
    process.platform !== 'linux' ||
    process.env.DISPLAY !== undefined ||
    process.env.WAYLAND_DISPLAY !== undefined;
  if (!hasScreen) return null;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const asked = spawnSync(name, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return asked.status === 0 ? name : null;
}

function openDesktop(command) {
  const child = spawn(command, ['--new-window', `--extensionDevelopmentPath=${root}`, demo], {
    stdio: 'ignore',
    detached: true,
    shell: process.platform === 'win32',
  });
  child.on('error', (error) => {
    console.error(
      `${command} cannot be started (${error.message}); set VSCODE_EXE to the path of a VS Code.`,
    );
    process.exitCode = 1;
  });
  child.on('spawn', () => console.log(`${command} opens ${demo} with the extension.`));
  child.unref();
}

async function serve() {
  const { editorHindrance, ensureEditor } = await import('./editor/install.mjs');
  const hindrance = editorHindrance();
  if (hindrance !== null) {
    console.error(`No editor: ${hindrance}.`);
    process.exitCode = 1;
    return;
  }
  const { isPortFree, layEditorFolder, serveEditor } = await import('./editor/serve.mjs');
  const { developmentUrl } = await import('./editor/browse.mjs');
  const folder = join(root, '.cache/editor-data');
  layEditorFolder(folder);
  const usual = 8080;
  const port =
    values.port !== undefined ? Number(values.port) : (await isPortFree(usual)) ? usual : undefined;
  const server = await serveEditor(ensureEditor(), folder, { ...(port !== undefined && { port }) });
  console.log(`The editor is at\n\n  ${developmentUrl(server, demo, root)}\n\nCtrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop());
  await new Promise((resolve) => server.child.once('exit', resolve));
}
