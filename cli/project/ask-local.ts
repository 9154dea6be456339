import { randomBytes } from 'node:crypto';
import type { LocalRequest, Refusal } from '../../engine/local/local-session.ts';
import { openCancelSource } from '../run/cancel-source.ts';
import type { CommandContext } from '../terminal/context.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { OpenedProject } from './open-project.ts';

export interface AskLocal {
  readonly opened: OpenedProject;
  readonly dataset: string;
  /** What holds a lock: `pistevo rollback claim`. */
  readonly command: string;
}

/** Has the local engine do something with a dataset's tables; a signal stops it. Throws UsageError with the refusal. */
export async function askLocal<T>(
  { opened, dataset, command }: AskLocal,
  context: CommandContext,
  ask: (request: LocalRequest) => Promise<T | Refusal>,
): Promise<T> {
  const { settings } = opened.project;
  const cancel = openCancelSource({
    listensToStdin: false,
    onCancel: (why) => context.note(`Cancelling (${why}).`),
  });
  try {
    const answer = await ask({
      root: opened.root,
      plan: { dataset, schema: settings.targetSchema, targetPath: settings.targetPath },
      id: `${command.split(' ')[1] ?? 'ask'}-${process.pid}-${randomBytes(4).toString('hex')}`,
      command,
      signal: cancel.signal,
    });
    if (!isRefusal(answer)) return answer;
    throw new UsageError(answer.message, { exitCode: answer.code === 'cancelled' ? 130 : 4 });
  } finally {
    cancel.close();
  }
}

function isRefusal(answer: unknown): answer is Refusal {
  return (answer as { kind?: unknown } | null)?.kind === 'refused';
}
