import type { RunEvent } from '../../core/contracts/event.ts';

/** One line of an event stream; null for a torn line, or one of another version. */
export function parseEvent(line: string): RunEvent | null {
  if (!line.startsWith('{')) return null;
  try {
    const event = JSON.parse(line) as Partial<RunEvent>;
    const isEvent = event.v === 1 && typeof event.kind === 'string' && typeof event.seq === 'number';
    return isEvent ? (event as RunEvent) : null;
  } catch {
    // Torn by a crash or a full disk: it was never acknowledged, and the record tells the end.
    return null;
  }
}
