import { type Launch, startChild } from './start-child.ts';

/** What a command that ends by itself answered. */
export interface Answer {
  readonly code: number | null;
  /** Everything on stdout. */
  readonly text: string;
  /** Everything on stderr, for people. */
  readonly notes: string;
}

/** More than this is not kept: answers for the editor are small, and a mistake must not fill its memory. */
const mostCharacters = 64_000_000;
const graceMs = 3_000;

/** Runs a command to its end. `signal` cancels it. Never rejects: what kept it from starting stands in `notes`. */
export async function askChild(launch: Launch, signal?: AbortSignal): Promise<Answer> {
  const lines: string[] = [];
  const notes: string[] = [];
  let size = 0;
  const keep = (into: string[]) => (line: string) => {
    size += line.length;
    if (size <= mostCharacters) into.push(line);
  };
  const child = startChild(launch, { onLine: keep(lines), onNote: keep(notes) });
  const cancel = () => child.cancel(graceMs);
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const { code, problem } = await child.ended;
  signal?.removeEventListener('abort', cancel);
  if (problem !== null) notes.push(`error: ${launch.runtime} cannot be started: ${problem}`);
  return { code, text: lines.join('\n'), notes: notes.join('\n') };
}
