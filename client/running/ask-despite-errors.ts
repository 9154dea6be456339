import { commands, DiagnosticSeverity, languages, window } from 'vscode';
import { isInside } from '../projects/is-inside.ts';
import { formatAmount } from '../text/amounts.ts';

const show = 'Show Problems';
const run = 'Run Anyway';

/**
 * Asks before a project with errors is run: the command line refuses datasets that the errors concern. No run reads `sql_scripts/`. False when the user
 * does not want to.
 */
export async function askDespiteErrors(folder: string): Promise<boolean> {
  const errors = languages
    .getDiagnostics()
    .filter(([uri]) => uri.scheme === 'file' && !uri.path.endsWith('.sql') && isInside(folder, uri.fsPath))
    .flatMap(([, found]) => found)
    .filter(({ source, severity }) => source === 'pistevo' && severity === DiagnosticSeverity.Error);
  if (errors.length === 0) return true;
  const answer = await window.showWarningMessage(
    `The project has ${formatAmount(errors.length, 'error')}; datasets that they concern will not run.`,
    show,
    run,
  );
  if (answer === show) await commands.executeCommand('workbench.actions.view.problems');
  return answer === run;
}
