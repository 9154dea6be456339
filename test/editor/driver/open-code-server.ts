import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openBrowser, runExtensionTests } from '../../../tools/editor/browse.mjs';
import { type Editor, editorHindrance, ensureBrowser, ensureEditor } from '../../../tools/editor/install.mjs';
import {
  type EditorServer,
  folderArguments,
  layEditorFolder,
  serveEditor,
} from '../../../tools/editor/serve.mjs';
import { type EditorHost, type EditorOptions, longestWindowMs } from './editor-host.ts';
import { layLooks, lookWhenAsked } from './lookout.ts';

/** VS Code as code-server, looked at by a headless browser. */
export function openCodeServer(space: string): EditorHost | { readonly hindrance: string } {
  const hindrance = editorHindrance();
  if (hindrance !== null) return { hindrance };
  const browserPath = ensureBrowser();
  if (browserPath === null) return { hindrance: 'no Chromium was found; set CHROME to the path of one' };
  const installed = installOrTell();
  if (typeof installed === 'string') return { hindrance: installed };
  const servers = new Map<string, Promise<EditorServer>>();
  const serverOf = (options: EditorOptions) => {
    const known =
      servers.get(options.name) ?? serve(installed, join(space, `editor-${options.name}`), options);
    servers.set(options.name, known);
    return known;
  };
  return {
    async run(options, window) {
      const server = await serverOf(options);
      const { browser, page } = await openBrowser(browserPath);
      const looking = lookWhenAsked(page, looksOf(space, options));
      try {
        await runExtensionTests(page, server, { ...window, timeoutMs: longestWindowMs });
        return null;
      } catch (error) {
        return `${error instanceof Error ? error.message : String(error)}\n${lastLines(server.output())}`;
      } finally {
        looking.end();
        await browser.close();
      }
    },
    async close() {
      for (const server of servers.values()) await (await server).stop();
    },
  };
}

function looksOf(space: string, { name }: EditorOptions): string {
  return join(space, `editor-${name}`, 'looks');
}

/** What the editor said last, without its regrets over a logger that is not compiled here. */
function lastLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.includes('spdlog'));
  return lines.slice(-20).join('\n');
}

function installOrTell(): Editor | string {
  try {
    return ensureEditor();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function serve(editor: Editor, folder: string, options: EditorOptions): Promise<EditorServer> {
  const trust = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  };
  layEditorFolder(folder, options.isTrusting ? {} : trust);
  if (options.vsix !== null) install(editor, folder, options.vsix);
  return serveEditor(editor, folder, {
    isTrusting: options.isTrusting,
    isTested: true,
    env: { PISTEVO_RESULTS: options.results, PISTEVO_LOOKS: layLooks(join(folder, 'looks')) },
  });
}

function install(editor: Editor, folder: string, vsix: string): void {
  const args = [editor.entry, ...folderArguments(folder), '--install-extension', vsix];
  const { status, stderr, stdout } = spawnSync(editor.node, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${vsix} was not installed: ${stderr}${stdout}`);
}
