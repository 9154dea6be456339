import type { RunCounts, RunStatus } from '../../core/contracts/event.ts';
import { noCounts } from '../../core/contracts/no-counts.ts';
import type { RunOutcome } from '../runs/run-outcome.ts';

const statuses: ReadonlySet<string> = new Set([
  'succeeded',
  'no_input',
  'rejected',
  'failed',
  'cancelled',
] satisfies readonly RunStatus[]);

/** The outcome in a JSON value of the runtime; null when it is none. Counts that are missing are 0. */
export function readOutcome(value: unknown): RunOutcome | null {
  if (typeof value !== 'object' || value === null) return null;
  const { status, exitCode, counts, reason, code, places } = value as Record<string, unknown>;
  if (typeof status !== 'string' || !statuses.has(status) || typeof exitCode !== 'number') return null;
  return {
    status: status as RunStatus,
    exitCode,
    counts: readCounts(counts),
    ...(typeof reason === 'string' && { reason }),
    ...(typeof code === 'string' && { code }),
    places: readTexts(places),
  };
}

function readCounts(value: unknown): RunCounts {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const pairs = Object.keys(noCounts).map((name) => [name, Number(given[name] ?? 0)]);
  return Object.fromEntries(pairs) as unknown as RunCounts;
}

function readTexts(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
