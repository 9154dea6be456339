import { checkProject } from '../../core/checks/check-project.ts';
import { countFindings, findingsText } from '../../core/report/findings-text.ts';
import type { CommandContext } from '../terminal/context.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { concerning } from './concerning.ts';
import type { OpenedProject } from './open-project.ts';
import { placeFindings } from './place-findings.ts';

const findingsShown = 50;

/** Throws UsageError, after telling the findings, when the project has errors that concern the chosen datasets. */
export function requireSound(
  opened: OpenedProject,
  chosen: readonly string[],
  context: CommandContext,
): void {
  const { project, prefix } = opened;
  const errors = concerning(checkProject(project), project, chosen).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length === 0) return;
  context.note(
    findingsText(placeFindings(errors.slice(0, findingsShown), project, prefix), context.notePaint),
  );
  if (errors.length > findingsShown)
    context.note(`and ${errors.length - findingsShown} more (\`pistevo check\` lists all)`);
  throw new UsageError(
    `The project has ${countFindings(errors)}, so nothing was started; mend what is listed above, then try again.`,
  );
}
