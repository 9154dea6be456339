import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { execute, literals, query, queryNumber } from './query.ts';
import { readParquet } from './staged-parts.ts';

/** A run's staged files that hold orphans worth another try. */
interface OrphanRun {
  readonly runId: string;
  readonly files: readonly string[];
}

/**
 * Notes in `_orphans (run_id, file_name, record, n)` the quarantined rows whose only reasons are references, of runs
 * staged in the same shape, that are young enough. `n` is the negative file number they come back with: earlier
 * deliveries have smaller ones. Reads the attached warehouse. Answers where their staged rows are.
 */
export async function noteOrphans(
  connection: DuckDBConnection,
  plan: Plan,
  options: { readonly target: string; readonly now: Date; readonly shape: string },
): Promise<readonly OrphanRun[]> {
  await execute(
    connection,
    'CREATE TEMP TABLE _orphans (run_id VARCHAR, file_name VARCHAR, record BIGINT, n INTEGER)',
  );
  const days = retryDaysByRule(plan);
  if (days.size === 0) return [];
  const rules = [...days.keys()];
  const values = {
    dataset: plan.dataset,
    shape: options.shape,
    now: options.now.toISOString(),
  };
  const tooOld = [...days].map(([rule, retryDays]) => {
    const [id] = [literals([rule])];
    return `(list_has_any(q.reasons, ${id}) AND s.staged_at < $now::TIMESTAMP - INTERVAL ${Math.max(0, Math.floor(retryDays))} DAY)`;
  });
  await execute(
    connection,
    `INSERT INTO _orphans
     SELECT q.run_id, q.file_name, q.record,
       dense_rank() OVER (ORDER BY q.ts, q.run_id, q.file_name) - 1 - count(*) OVER () AS n
     FROM ${ownTable(quarantineTable(plan.dataset))} q JOIN ${ownTable('staging')} s
       ON s.run_id = q.run_id AND s.dataset = $dataset AND s.shape = $shape
     WHERE q.resolved_run IS NULL AND len(q.reasons) > 0 AND list_has_all(${literals(rules)}, q.reasons)
       AND NOT (${tooOld.join(' OR ')})`,
    values,
  );
  const runs = await query(
    connection,
    `SELECT s.run_id, s.folder, s.parts FROM ${ownTable('staging')} s
     WHERE s.dataset = $dataset AND s.run_id IN (SELECT run_id FROM _orphans) ORDER BY s.ts`,
    { dataset: plan.dataset },
  );
  return runs.map((run) => ({
    runId: run['run_id'] as string,
    files: (run['parts'] as readonly string[]).map((part) =>
      join(options.target, run['folder'] as string, part),
    ),
  }));
}

/** Brings the staged rows of the noted orphans back as `_retry`; answers how many there are. */
export async function bringBackOrphans(
  connection: DuckDBConnection,
  runs: readonly OrphanRun[],
): Promise<number> {
  if (runs.length === 0) return 0;
  const selects = runs.map(
    (run) => `SELECT p.* REPLACE (o.n AS _file_no) FROM ${readParquet(run.files)} p
      JOIN _orphans o ON o.file_name = p.file_name AND o.record = p._record AND o.run_id = ${literals([run.runId])}[1]`,
  );
  await execute(connection, `CREATE TEMP TABLE _retry AS ${selects.join(' UNION ALL BY NAME ')}`);
  return queryNumber(connection, 'SELECT count(*) FROM _retry');
}

function retryDaysByRule(plan: Plan): ReadonlyMap<string, number> {
  return new Map(plan.references.filter((ref) => ref.retryDays > 0).map((ref) => [ref.rule, ref.retryDays]));
}
