import { RunStop } from './run-stop.ts';

/** Kinds of DuckDB errors whose text names files, limits or locks, and never a value of the data. */
const speakable =
  /^(IO|Out of Memory|Catalog|Binder|Parser|Permission|Fatal|INTERRUPT|Interrupt|TransactionContext) Error/;

/**
 * What may be told of an engine's error: a conversion or constraint error quotes the value at fault, so of those only
 * the kind is told. One line.
 */
export function describeEngineError(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  const firstLine = error.message.split('\n', 1)[0] ?? '';
  if (!/^[A-Za-z ]+ Error: /.test(firstLine) || speakable.test(firstLine)) return firstLine;
  return `${firstLine.slice(0, firstLine.indexOf(':'))} (its text is withheld because it may quote the data)`;
}

/** What to do where the engine is not installed: the editor's universal package comes without. */
export const noEngineText = `This Pistevo has no engine inside for ${process.platform}-${process.arch}, so it checks projects and runs nothing; install the package that is made for this platform.`;

/** Whether an error says that DuckDB's native part is not there for this platform. */
export function isMissingEngine(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return /MODULE_NOT_FOUND$/.test(String(code)) && String(message).includes('@duckdb/');
}

/** Any error of a stage as the stop that its user reads; `doing` completes "while …". */
export function toRunStop(error: unknown, doing: string, signal: AbortSignal): RunStop {
  if (error instanceof RunStop) return error;
  if (signal.aborted)
    return new RunStop('cancelled', 'cancelled', 'The run was cancelled; nothing was changed.');
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const told = describeEngineError(error);
  if (isMissingEngine(error)) return new RunStop('failed', 'no_engine', noEngineText);
  if (code === 'ENOSPC' || /No space left on device|disk space|max_temp_directory_size/i.test(told)) {
    return new RunStop(
      'failed',
      'disk_full',
      `The disk is full while ${doing}: ${told}. Make room and run again; nothing was changed.`,
    );
  }
  if (/^Out of Memory Error/.test(told)) {
    return new RunStop(
      'failed',
      'out_of_memory',
      `Memory ran out while ${doing}: ${told}. Allow more memory and run again; nothing was changed.`,
    );
  }
  return new RunStop('failed', 'engine_error', `The run failed while ${doing}: ${told}`);
}
