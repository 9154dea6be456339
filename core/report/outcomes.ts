import type { RunCounts } from '../contracts/event.ts';

/** One part of what became of the records, for the table and the bar alike. */
export interface Outcome {
  readonly name:
    | 'malformed'
    | 'quarantined'
    | 'inserted'
    | 'updated'
    | 'unchanged'
    | 'superseded'
    | 'stale'
    | 'deleted';
  readonly count: number;
  /** A few words for people. */
  readonly meaning: string;
}

/** What became of each record: the parts sum up to `counts.records`. In the order of the contract. */
export function outcomesOf(counts: RunCounts): readonly Outcome[] {
  return [
    { name: 'malformed', count: counts.malformed, meaning: 'not readable as records' },
    { name: 'quarantined', count: counts.quarantined, meaning: 'kept apart by a rule' },
    { name: 'inserted', count: counts.inserted, meaning: 'new keys' },
    { name: 'updated', count: counts.updated, meaning: 'changed rows of known keys' },
    { name: 'unchanged', count: counts.unchanged, meaning: 'the target already held them' },
    {
      name: 'superseded',
      count: counts.superseded,
      meaning: 'a later record of the delivery has the same key',
    },
    { name: 'stale', count: counts.stale, meaning: 'older than the row in the target' },
    { name: 'deleted', count: counts.deleted, meaning: 'removed rows of the target' },
  ];
}
