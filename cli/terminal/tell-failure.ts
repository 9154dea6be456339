import { visibleText } from '../../core/report/visible-text.ts';
import type { CommandContext } from './context.ts';
import { UsageError } from './usage-error.ts';

/** Tells what ended a command before its result, and returns the exit code. A stack is shown for `PISTEVO_DEBUG=1` only. */
export function tellFailure(error: unknown, context: CommandContext): number {
  if (error instanceof UsageError && error.isTold) return error.exitCode;
  const { exitCode, message } = read(error);
  context.note(`${context.notePaint.red('error')}: ${message}`);
  if (context.environment['PISTEVO_DEBUG'] === '1' && error instanceof Error) context.note(error.stack ?? '');
  return exitCode;
}

function read(error: unknown): { exitCode: number; message: string } {
  if (error instanceof UsageError) return { exitCode: error.exitCode, message: visibleLines(error.message) };
  const { name, message, code } = error as {
    name?: string;
    message?: string;
    code?: string;
    status?: string;
  };
  const { status } = error as { status?: string };
  if (name === 'RunStop') return { exitCode: exitCodeOf(status), message: visibleLines(message ?? '') };
  const isSystem = error instanceof Error && 'syscall' in error && typeof code === 'string';
  if (isSystem)
    return {
      exitCode: 4,
      message: `${visibleLines(message ?? '')}; check the disk and its permissions, then try again.`,
    };
  // The text of an unknown error could quote data, so only its kind is told.
  const kind = visibleText(name ?? typeof error);
  return {
    exitCode: 4,
    message: `This is a bug in Pistevo (${kind}), please report it; PISTEVO_DEBUG=1 shows where, which may quote your data.`,
  };
}

function exitCodeOf(status: string | undefined): number {
  if (status === 'cancelled') return 130;
  return status === 'rejected' ? 3 : 4;
}

/** Our own messages may have several lines; each is made visible. */
function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}
