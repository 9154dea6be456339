import type { SqlOperation, SqlText } from '../contracts/plan.ts';
import { both } from './both.ts';
import type { OperationContext } from './check-operations.ts';
import {
  printHits,
  printInsertCounts,
  printInserts,
  printReplacement,
  printUpsertCounts,
  printUpserts,
} from './print-merge-phase.ts';

const counts = ['inserted', 'updated', 'unchanged', 'stale', 'deleted', 'retried'] as const;

/** Operations with the target readable: what is to change in it, and how many records did what. */
export function mergeOperations({ shape, origins }: OperationContext): readonly SqlOperation[] {
  const { table } = shape;
  const { load } = table.source;
  const merge = { kind: 'sql', phase: 'merge', parameters: [] } as const;
  const inserts = both((dialect) => printInserts(dialect, table));
  const laterText = {
    upsert: () => both((dialect) => printUpserts(dialect, table)),
    append: () => inserts,
    replace: () => both((dialect) => printReplacement(dialect, table)),
  }[load]();
  const laterDoc = {
    upsert:
      'Tells the rows to insert, update and delete so that the target holds the newest row of each key.',
    append: 'Tells the rows to insert: a load that appends meets no row of the target.',
    replace: 'Tells the rows of the target to delete, all of them, and those of the delivery to insert.',
  }[load];
  const countsText = load === 'upsert' ? both(printUpsertCounts) : both(printInsertCounts);
  return [
    ...(load === 'upsert' ? [hits()] : []),
    changes('first', inserts, 'Tells the rows to insert into a target that holds none.'),
    changes('later', laterText, laterDoc),
    mergeCounts('first', both(printInsertCounts)),
    mergeCounts('later', countsText),
  ];

  function hits(): SqlOperation {
    const stale = table.cdcKey === null ? '' : ', or the row of the target is newer';
    return {
      ...merge,
      name: 'hits',
      when: 'later',
      doc: `Pairs each winner with the row of the same merge key and tells whether it is updated, unchanged or deleted${stale}.`,
      origin: origins.mergeKey,
      text: both((dialect) => printHits(dialect, table)),
      produces: { relation: '_hits', as: 'table' },
    };
  }

  function changes(when: 'first' | 'later', text: SqlText, doc: string): SqlOperation {
    return {
      ...merge,
      name: 'changes',
      when,
      doc,
      origin: origins.load,
      text,
      produces: { relation: '_changes', as: 'view' },
    };
  }

  function mergeCounts(when: 'first' | 'later', text: SqlText): SqlOperation {
    const doc = 'Counts what became of each winner, so that every record of the delivery is accounted for.';
    return { ...merge, name: 'merge-counts', when, doc, origin: origins.load, text, returns: counts };
  }
}
