import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { execute, literals, queryNumber } from './query.ts';
import { reasonList } from './row-rules.ts';

/** Adds this run's malformed and rejected records to the quarantine: places, reasons, and strings with masks applied. */
export async function writeQuarantine(
  connection: DuckDBConnection,
  plan: Plan,
  run: { readonly runId: string; readonly ts: string },
): Promise<void> {
  const table = ownTable(quarantineTable(plan.dataset));
  const names = plan.columns.map((column) => column.name);
  const values = names.map((column) => `s."${column.replaceAll('"', '""')}"`).join(', ');
  const bound = { run_id: run.runId, ts: run.ts };
  await execute(
    connection,
    `INSERT INTO ${table} SELECT $run_id, $ts, file_name, record, line, length, [reason], NULL, NULL FROM _malformed ORDER BY _file_no, record`,
    bound,
  );
  if ((await queryNumber(connection, 'SELECT count(*) FROM _rejected WHERE _file_no >= 0')) === 0) return;
  await execute(
    connection,
    `INSERT INTO ${table}
     SELECT $run_id, $ts, f.file_name, f._record, f._line, NULL, ${reasonList(plan.rules)}, MAP(${literals(names)}, [${values}]), NULL
     FROM (SELECT f.* FROM _flags f SEMI JOIN _rejected r ON f._file_no = r._file_no AND f._record = r._record WHERE f._file_no >= 0) f
     JOIN (SELECT * EXCLUDE (${wordColumns(plan)}) FROM _stage) s ON s._file_no = f._file_no AND s._record = f._record`,
    bound,
  );
}

function wordColumns(plan: Plan): string {
  const words = plan.operations.find((operation) => operation.kind === 'stage')?.words ?? 0;
  return ['ts', 'file_name', '_line', ...Array.from({ length: words }, (_, word) => `_b${word}`)].join(', ');
}
