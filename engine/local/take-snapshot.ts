import type { PlanColumn } from '../../core/contracts/plan.ts';
import { checkEvolution } from './check-evolution.ts';
import { nextTs } from './next-ts.ts';
import { bringBackOrphans, noteOrphans } from './orphans.ts';
import { pinParents } from './pin-parents.ts';
import { emptyLedger, type Ledger, readLedger } from './read-ledger.ts';
import type { RunContext } from './run-context.ts';
import { readWarehouse } from './use-warehouse.ts';

/** What a run knows of the warehouse at its start, and works with to its end. */
export interface Snapshot {
  readonly ledger: Ledger;
  readonly ts: string;
  /** Columns that the run will add to the target. */
  readonly added: readonly PlanColumn[];
  /** Rows in `_retry`; 0 when there is no such table. */
  readonly orphans: number;
}

/**
 * Opens the warehouse once, briefly, and copies out of it what the run needs: the ledger, the parents' keys, the orphans.
 * @throws RunStop when the target first has to be migrated.
 */
export async function takeSnapshot(context: RunContext): Promise<Snapshot> {
  const { plan, parts, paths, request, scratch } = context;
  const found = await readWarehouse(scratch.main, context.access, async () => {
    const ledger = await readLedger(scratch.main, plan.dataset);
    await pinParents(scratch.main, plan, { isAttached: true, emit: request.emit });
    const runs =
      ledger.physical === null || request.dryRun !== undefined || request.reprocess !== undefined
        ? await noOrphans(context)
        : await noteOrphans(scratch.main, plan, {
            target: paths.target,
            now: request.now(),
            shape: parts.stage.shape,
          });
    return { ledger, runs };
  });
  if (found === null) {
    await pinParents(scratch.main, plan, { isAttached: false, emit: request.emit });
    await noOrphans(context);
  }
  const ledger = found?.ledger ?? emptyLedger;
  return {
    ledger,
    ts: nextTs(request.now(), ledger.lastTs),
    added: checkEvolution(
      plan,
      ledger.columns,
      parts.swap.load === 'replace' || request.reprocess?.isRebuild === true,
    ),
    orphans: await bringBackOrphans(scratch.main, found?.runs ?? []),
  };
}

async function noOrphans({ scratch }: RunContext): Promise<readonly never[]> {
  await scratch.main.run(
    'CREATE TEMP TABLE _orphans (run_id VARCHAR, file_name VARCHAR, record BIGINT, n INTEGER)',
  );
  return [];
}
