import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../core/contracts/plan.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { planParts } from './plan-parts.ts';
import { runColumn } from './prepare-target.ts';
import { execute, name, query, queryNumber, type Row } from './query.ts';
import { findPhysical } from './read-ledger.ts';
import { readParquet } from './staged-parts.ts';

/** What became of one record. */
export type Fate =
  | {
      readonly kind: 'malformed' | 'quarantined' /** The run that brought it through later. */;
      readonly resolvedRun: string | null;
    }
  /** Another record of the same delivery with the same key was newer. */
  | { readonly kind: 'superseded'; readonly by: { readonly file: string; readonly line: number } }
  | { readonly kind: 'inserted' | 'updated' | 'unchanged' | 'stale' | 'deleted' }
  /** It reached the table, and a later run changed or removed the row. */
  | { readonly kind: 'replaced'; readonly by: string | null }
  /** It was accepted, and what it became cannot be told any more: its staged files are gone, or of an older plan. */
  | { readonly kind: 'accepted' };

export interface RecordPlace {
  readonly runId: string;
  readonly commitNo: number;
  readonly fileNo: number;
  readonly record: number;
  readonly isCurrent: boolean;
  /** Staged files of the run. */
  readonly files: readonly string[];
}

/** Finds it with the plan's own queries over the run's staged files, and the row that the target has now. */
export async function findFate(connection: DuckDBConnection, plan: Plan, place: RecordPlace): Promise<Fate> {
  if (!place.isCurrent || place.files.length === 0) return { kind: 'accepted' };
  const { swap } = planParts(plan);
  await rebuildCandidates(connection, plan, place);
  const [own] = await query(connection, `SELECT * FROM _candidates WHERE ${isRecord(place)}`);
  if (own === undefined) return { kind: 'accepted' };
  if (swap.load === 'append') return { kind: 'inserted' };
  if (await hasLost(connection, plan, place))
    return { kind: 'superseded', by: await findWinner(connection, plan, place) };
  const physical = await findPhysical(connection, plan.dataset);
  if (physical === null) return { kind: 'replaced', by: null };
  if (swap.keys.length === 0) return replacedOr(connection, plan, { place, otherwise: { kind: 'inserted' } });
  const onKey = swap.keys.map((key) => `t.${name(key)} = c.${name(key)}`).join(' AND ');
  const columns = plan.columns
    .map((column) => `t.${name(column.name)} IS NOT DISTINCT FROM c.${name(column.name)}`)
    .join(' AND ');
  const [row] = await query(
    connection,
    `SELECT t.${runColumn} AS run, ${columns} AS is_same FROM ${ownTable(physical)} t
     JOIN (SELECT * FROM _candidates WHERE ${isRecord(place)}) c ON ${onKey}`,
  );
  return fateOfRow(connection, plan, { place, row, isTombstone: own['_tombstone'] === true, onKey });
}

async function fateOfRow(
  connection: DuckDBConnection,
  plan: Plan,
  facts: {
    readonly place: RecordPlace;
    readonly row: Row | undefined;
    readonly isTombstone: boolean;
    readonly onKey: string;
  },
): Promise<Fate> {
  const { place, row, isTombstone, onKey } = facts;
  if (row === undefined) return isTombstone ? { kind: 'deleted' } : { kind: 'replaced', by: null };
  const run = Number(row['run']);
  if (run > place.commitNo) return { kind: 'replaced', by: await runOf(connection, plan.dataset, run) };
  if (run < place.commitNo) return { kind: row['is_same'] === true ? 'unchanged' : 'stale' };
  const [commit] = await query(
    connection,
    `SELECT undo FROM ${ownTable('runs')} WHERE dataset = $dataset AND commit_no = ${run}`,
    { dataset: plan.dataset },
  );
  const undo = commit?.['undo'];
  if (typeof undo !== 'string') return { kind: 'inserted' };
  const before = await queryNumber(
    connection,
    `SELECT count(*) FROM ${ownTable(undo)} t JOIN (SELECT * FROM _candidates WHERE ${isRecord(place)}) c ON ${onKey}`,
  );
  return { kind: before > 0 ? 'updated' : 'inserted' };
}

/** Defines `_candidates` and `_losers` as they were in the run; what was rejected is known from quarantine. */
async function rebuildCandidates(
  connection: DuckDBConnection,
  plan: Plan,
  place: RecordPlace,
): Promise<void> {
  const { sql, stage } = planParts(plan);
  await execute(
    connection,
    `CREATE OR REPLACE TEMP VIEW _stage AS SELECT * FROM ${readParquet(place.files)}`,
  );
  const words = Array.from({ length: stage.words }, (_, word) => `, _b${word}`).join('');
  await execute(
    connection,
    `CREATE OR REPLACE TEMP TABLE _flags AS SELECT _file_no, _record, _line, file_name${words} FROM _stage WHERE FALSE`,
  );
  await execute(
    connection,
    `CREATE OR REPLACE TEMP TABLE _rejected AS SELECT d.file_no AS _file_no, q.record AS _record
     FROM ${ownTable(quarantineTable(plan.dataset))} q
     JOIN ${ownTable('deliveries')} d ON d.run_id = q.run_id AND d.file = q.file_name AND d.dataset = $dataset
     WHERE q.run_id = $run_id`,
    { dataset: plan.dataset, run_id: place.runId },
  );
  for (const operation of sql) {
    if (operation.name !== 'candidates' && operation.name !== 'losers') continue;
    const kind = operation.produces?.as === 'view' ? 'VIEW' : 'TABLE';
    await execute(
      connection,
      `CREATE OR REPLACE TEMP ${kind} ${name(operation.produces?.relation ?? '')} AS ${operation.text.duckdb}`,
    );
  }
}

function isRecord(place: RecordPlace): string {
  return `_file_no = ${place.fileNo} AND _record = ${place.record}`;
}

async function hasLost(connection: DuckDBConnection, plan: Plan, place: RecordPlace): Promise<boolean> {
  if (!planParts(plan).sql.some((operation) => operation.name === 'losers')) return false;
  return (await queryNumber(connection, `SELECT count(*) FROM _losers WHERE ${isRecord(place)}`)) > 0;
}

async function findWinner(
  connection: DuckDBConnection,
  plan: Plan,
  place: RecordPlace,
): Promise<{ readonly file: string; readonly line: number }> {
  const onKey = planParts(plan)
    .swap.keys.map((key) => `w.${name(key)} = c.${name(key)}`)
    .join(' AND ');
  const [row] = await query(
    connection,
    `SELECT s.file_name, s._line FROM _candidates w
     JOIN (SELECT * FROM _candidates WHERE ${isRecord(place)}) c ON ${onKey}
     ANTI JOIN _losers l ON l._file_no = w._file_no AND l._record = w._record
     JOIN _stage s ON s._file_no = w._file_no AND s._record = w._record`,
  );
  return { file: String(row?.['file_name'] ?? ''), line: Number(row?.['_line'] ?? 0) };
}

async function replacedOr(
  connection: DuckDBConnection,
  plan: Plan,
  facts: { readonly place: RecordPlace; readonly otherwise: Fate },
): Promise<Fate> {
  const [latest] = await query(
    connection,
    `SELECT run_id, commit_no FROM ${ownTable('runs')} WHERE dataset = $dataset AND rolled_back_at IS NULL ORDER BY commit_no DESC LIMIT 1`,
    { dataset: plan.dataset },
  );
  const isLatest = Number(latest?.['commit_no']) === facts.place.commitNo;
  return isLatest
    ? facts.otherwise
    : { kind: 'replaced', by: (latest?.['run_id'] as string | undefined) ?? null };
}

async function runOf(
  connection: DuckDBConnection,
  dataset: string,
  commitNo: number,
): Promise<string | null> {
  const [row] = await query(
    connection,
    `SELECT run_id FROM ${ownTable('runs')} WHERE dataset = $dataset AND commit_no = ${commitNo}`,
    { dataset },
  );
  return (row?.['run_id'] as string | undefined) ?? null;
}
