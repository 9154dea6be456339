import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { layEditorFolder } from '../../../tools/editor/serve.mjs';
import type { EditorHost } from './editor-host.ts';

/** A VS Code that is installed on this machine. */
export function openDesktop(space: string, executable: string): EditorHost {
  const installed = new Set<string>();
  return {
    async run(options, window) {
      const folder = join(space, `editor-${options.name}`);
      if (!installed.has(options.name)) {
        layEditorFolder(folder, options.isTrusting ? {} : { 'security.workspace.trust.enabled': true });
        if (options.vsix !== null) install(executable, folder, options.vsix);
        installed.add(options.name);
      }
      try {
        await runTests({
          vscodeExecutablePath: executable,
          extensionDevelopmentPath: window.developmentPath,
          extensionTestsPath: window.testsPath,
          extensionTestsEnv: { PISTEVO_RESULTS: options.results },
          launchArgs: [
            window.folder,
            ...ownFolders(folder),
            ...['--skip-welcome', '--disable-updates', '--disable-telemetry'],
            ...(options.isTrusting ? ['--disable-workspace-trust'] : []),
          ],
        });
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    close: () => Promise.resolve(),
  };
}

function ownFolders(folder: string): readonly string[] {
  return ['--user-data-dir', join(folder, 'data'), '--extensions-dir', join(folder, 'extensions')];
}

function install(executable: string, folder: string, vsix: string): void {
  const [command = executable, ...first] = resolveCliArgsFromVSCodeExecutablePath(executable);
  const args = [...first, ...ownFolders(folder), '--install-extension', vsix, '--force'];
  const { status, stderr, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${vsix} was not installed: ${stderr}${stdout}`);
}
