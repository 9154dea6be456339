/** What a user asked to run. */
export interface RunRequest {
  /** The project's root, absolute. */
  readonly folder: string;
  /** Names; none for every dataset of the project. */
  readonly datasets: readonly string[];
  readonly mode: 'ingest' | 'dry-run' | 'reprocess';
  readonly engine: string;
  /** null: the project's default. */
  readonly environment: string | null;
  /** Which originals `reprocess` reads: its options on the command line. */
  readonly selection?: readonly string[];
}

/** The words of the command line for it: events on stdout, control on stdin. */
export function runArguments(request: RunRequest): readonly string[] {
  const { folder, datasets, mode, engine, environment, selection = [] } = request;
  return [
    mode === 'reprocess' ? 'reprocess' : 'run',
    '--project',
    folder,
    '--json',
    '--control',
    'stdin',
    '--no-color',
    '--engine',
    engine,
    ...(environment === null ? [] : [`--environment=${environment}`]),
    ...(mode === 'dry-run' ? ['--dry-run'] : []),
    ...selection,
    ...(datasets.length === 0 ? ['--all'] : ['--', ...datasets]),
  ];
}

/** `claim`, `claim and 2 more`, `every dataset`: for titles. */
export function requestTitle({ datasets, mode }: RunRequest): string {
  const [first, ...others] = datasets;
  const what =
    first === undefined
      ? 'every dataset'
      : others.length === 0
        ? first
        : `${first} and ${others.length} more`;
  if (mode === 'dry-run') return `Dry run of ${what}`;
  return mode === 'reprocess' ? `Reading ${what} again` : `Ingesting ${what}`;
}
