import type { RunCounts } from '../../core/contracts/event.ts';
import { RunStop } from './run-stop.ts';

/**
 * Every record must be accounted for, on every run: `records = malformed + accepted`, and what was accepted was staged and
 * became exactly one thing.
 * @throws RunStop `failed`/`counts_disagree`; a fault of pistevo or a damaged disk, never of the delivery.
 */
export function reconcile(counts: RunCounts, staged: { readonly rows: number; readonly seen: number }): void {
  const { records, malformed, accepted } = counts;
  if (records !== malformed + accepted)
    disagree(
      `${records} records were counted, but ${malformed} malformed and ${accepted} accepted were read`,
    );
  if (staged.rows !== accepted || staged.seen !== accepted)
    disagree(`${accepted} records were accepted, but ${staged.rows} staged and ${staged.seen} read back`);
  const became =
    counts.quarantined +
    counts.inserted +
    counts.updated +
    counts.unchanged +
    counts.superseded +
    counts.stale +
    counts.deleted;
  if (became !== accepted) disagree(`${accepted} records were accepted, but ${became} are accounted for`);
}

function disagree(what: string): never {
  throw new RunStop(
    'failed',
    'counts_disagree',
    `The books do not balance: ${what}. Nothing was changed; please report this with the run's folder.`,
  );
}
