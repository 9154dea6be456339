/** A task of type `pistevo` in `tasks.json`. */
export interface TaskWish {
  readonly command: 'run' | 'dry-run' | 'check';
  readonly dataset?: string;
  readonly environment?: string;
  /** Folder of the project, relative to the workspace folder. */
  readonly project?: string;
}

/** Reads a task's definition; null for what is none of ours. */
export function readTask(definition: Readonly<Record<string, unknown>>): TaskWish | null {
  const { command, dataset, environment, project } = definition;
  if (command !== 'run' && command !== 'dry-run' && command !== 'check') return null;
  return {
    command,
    ...(typeof dataset === 'string' && dataset !== '' && { dataset }),
    ...(typeof environment === 'string' && environment !== '' && { environment }),
    ...(typeof project === 'string' && project !== '' && { project }),
  };
}

/** The words of the command line. `--control stdin` lets the terminal's end, or a task's, cancel the run. */
export function taskArguments({ command, dataset, environment, project }: TaskWish): readonly string[] {
  return [
    command === 'check' ? 'check' : 'run',
    ...(project === undefined ? [] : ['--project', project]),
    ...(environment === undefined ? [] : [`--environment=${environment}`]),
    ...(command === 'dry-run' ? ['--dry-run'] : []),
    ...(command === 'check' ? [] : ['--control', 'stdin']),
    ...(dataset === undefined ? (command === 'check' ? [] : ['--all']) : ['--', dataset]),
  ];
}

/** `run claim`, `check`, `dry-run of every dataset`. */
export function taskName({ command, dataset, project }: TaskWish): string {
  const where = project === undefined ? '' : ` (${project})`;
  if (command === 'check') return `check${dataset === undefined ? '' : ` ${dataset}`}${where}`;
  return `${command} ${dataset ?? 'every dataset'}${where}`;
}
