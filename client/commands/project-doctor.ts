import type { Command } from '../command.ts';
import { pickProject } from './pick-project.ts';
import { targetOf } from './target.ts';

/** Looks for what keeps runs from working, and shows it in the output. Returns the exit code. */
export const projectDoctor: Command = {
  id: 'pistevo.project.doctor',
  async run(services, given) {
    const project = await pickProject(services, targetOf(given), 'Which project is looked at?');
    if (project === undefined) return null;
    const args = ['doctor', '--project', project.folder, '--no-color'];
    const answer = await services.commandLine.ask(args, project.folder);
    services.log.info(['pistevo doctor', answer.text, answer.notes].filter((text) => text !== '').join('\n'));
    services.log.show();
    return answer.code;
  },
};
