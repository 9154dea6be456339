import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { execute, literal, literals, name, query, queryNumber } from './query.ts';
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
    return `(list_contains(q.reasons, ${literal(rule)}) AND s.staged_at < $now::TIMESTAMP - INTERVAL ${Math.max(0, Math.floor(retryDays))} DAY)`;
  });
  await execute(
    connection,
    `INSERT INTO _orphans
     SELECT q.run_id, q.file_name, q.record,
       dense_rank() OVER (ORDER BY q.ts, q.run_id, q.file_name) - 1 - count(*) OVER () AS n
     FROM ${ownTable(quarantineTable(plan.dataset))} q JOIN ${ownTable('staging')} s
       ON s.run_id = q.run_id AND s.dataset = $dataset AND s.shape = $shape
     WHERE q.resolved_run IS NULL AND len(q.reasons) > 0 AND list_has_all(${literals(rules)}, q.reasons)
       AND NOT (${tooOld.join(' OR ')}) AND ${haveParents(plan)}`,
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

/**
 * SQL that is false for an orphan whose parents are still missing, as far as the quarantined texts tell: those of masked and of typed
 * columns may be spelled otherwise than the parent's keys, so there the plan's own query decides later.
 */
function haveParents(plan: Plan): string {
  const tests = plan.references.flatMap((reference) => {
    const rule = plan.rules.find(({ id }) => id === reference.rule);
    const column = plan.columns.find((candidate) => candidate.name === rule?.columns[0]);
    if (column === undefined || column.type !== 'string' || column.mask !== undefined) return [];
    const value = `trim(q.staged[${literal(column.name)}], ' ' || chr(9))`;
    return [
      `(NOT list_contains(q.reasons, ${literal(reference.rule)}) OR ${value} IN (SELECT k::VARCHAR FROM ${name(reference.relation)}))`,
    ];
  });
  return tests.length === 0 ? 'TRUE' : tests.join(' AND ');
}

/** Brings the staged rows of the noted orphans back as `_retry`; answers how many there are. */
export async function bringBackOrphans(
  connection: DuckDBConnection,
  runs: readonly OrphanRun[],
): Promise<number> {
  if (runs.length === 0) return 0;
  const selects = runs.map(
    (run) => `SELECT p.* REPLACE (o.n AS _file_no) FROM ${readParquet(run.files)} p
      JOIN _orphans o ON o.file_name = p.file_name AND o.record = p._record AND o.run_id = ${literal(run.runId)}`,
  );
  await execute(connection, `CREATE TEMP TABLE _retry AS ${selects.join(' UNION ALL BY NAME ')}`);
  return queryNumber(connection, 'SELECT count(*) FROM _retry');
}

function retryDaysByRule(plan: Plan): ReadonlyMap<string, number> {
  return new Map(plan.references.filter((ref) => ref.retryDays > 0).map((ref) => [ref.rule, ref.retryDays]));
}
