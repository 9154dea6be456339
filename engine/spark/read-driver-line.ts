import type { NewEvent } from '../../core/contracts/event.ts';

/** What a line of the driver's standard output says. */
export type DriverLine =
  | { readonly kind: 'event'; readonly event: NewEvent }
  /** The process that can be asked to stop, when it runs on this machine. */
  | { readonly kind: 'driver'; readonly pid: number; readonly host: string }
  /** How it ended: the last marked line. */
  | { readonly kind: 'outcome'; readonly value: Readonly<Record<string, unknown>> }
  /** Spark's own words, or text for people. */
  | { readonly kind: 'text'; readonly text: string };

const mark = 'PISTEVO ';

/** Events that a driver tells; the run's first and last are written by whoever started it. */
const eventKinds: ReadonlySet<string> = new Set([
  'stage-started',
  'stage-progress',
  'stage-ended',
  'file-seen',
  'file-read',
  'drift-seen',
  'rule-result',
  'warning',
  'committed',
] satisfies readonly NewEvent['kind'][]);

/** Reads a line without its end. Anything that is not an event of this version is text. */
export function readDriverLine(line: string): DriverLine {
  const text: DriverLine = { kind: 'text', text: line };
  if (!line.startsWith(mark)) return text;
  let value: unknown;
  try {
    value = JSON.parse(line.slice(mark.length));
  } catch {
    // Half a line of a process that was killed.
    return text;
  }
  if (typeof value !== 'object' || value === null) return text;
  const { kind, ...rest } = value as Record<string, unknown>;
  if (kind === 'outcome') return { kind, value: rest };
  if (kind === 'driver') return { kind, pid: Number(rest['pid']), host: String(rest['host']) };
  if (typeof kind === 'string' && eventKinds.has(kind)) return { kind: 'event', event: value as NewEvent };
  return text;
}
