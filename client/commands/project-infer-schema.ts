import { dirname } from 'node:path';
import { ProgressLocation, Uri, window, workspace } from 'vscode';
import type { Command } from '../command.ts';
import { isInside } from '../projects/is-inside.ts';
import { refusalText } from '../running/run-outcome.ts';
import { saveProjectFiles } from '../running/save-project-files.ts';
import type { Services } from '../services.ts';
import { plainText } from '../text/plain-text.ts';
import { pickProject } from './pick-project.ts';
import { showInferred } from './show-inferred.ts';

/**
 * Derives columns, types and rules from CSV files and adds them to the project's files, or shows them where there is no
 * project. `given` and `all` are what the explorer passes: the file under the mouse, and every selected one.
 */
export const projectInferSchema: Command = {
  id: 'pistevo.project.inferSchema',
  async run(services, given, all) {
    const files = await pickFiles(given, all);
    const [first] = files;
    if (first === undefined) return false;
    const around = services.projects.all().filter(({ folder }) => isInside(folder, first.fsPath));
    const project =
      services.projects.all().length === 0
        ? undefined
        : await pickProject(
            services,
            { ...(around[0] && { folder: around[0].folder }) },
            'To which project?',
          );
    if (project === undefined && services.projects.all().length > 0) return false;
    if (project !== undefined && !(await saveProjectFiles(project.folder))) return false;
    const folder = project?.folder ?? dirname(first.fsPath);
    const where = project === undefined ? [] : ['--write', '--project', project.folder];
    const args = ['infer', '--no-color', ...where, '--', ...files.map(({ fsPath }) => fsPath)];
    const answer = await askWithProgress(services, args, folder);
    if (answer.code !== 0) {
      void window.showErrorMessage(plainText(refusalText(answer.notes)));
      return false;
    }
    if (project === undefined) await showYaml(answer.text);
    else await showInferred(services, { folder: project.folder, files, text: answer.text });
    return true;
  },
};

async function pickFiles(given: unknown, all: unknown): Promise<readonly Uri[]> {
  const selected = Array.isArray(all) ? all.filter((one): one is Uri => one instanceof Uri) : [];
  if (selected.length > 0) return selected;
  if (given instanceof Uri) return [given];
  const chosen = await window.showOpenDialog({
    canSelectMany: true,
    openLabel: 'Infer Schema',
    title: 'CSV files, one dataset or several',
    filters: { 'Delimited text': ['csv', 'tsv', 'txt', 'gz'], 'All files': ['*'] },
  });
  return chosen ?? [];
}

async function askWithProgress({ commandLine }: Services, args: readonly string[], folder: string) {
  const options = {
    location: ProgressLocation.Notification,
    title: 'Inferring the schema',
    cancellable: true,
  };
  return window.withProgress(options, (_, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return commandLine.ask(args, folder, controller.signal);
  });
}

async function showYaml(text: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content: `${text}\n` }));
}
