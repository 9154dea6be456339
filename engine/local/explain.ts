import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Origin } from '../../core/contracts/origin.ts';
import type { Plan, PlanRule } from '../../core/contracts/plan.ts';
import { type Fate, findFate } from './find-fate.ts';
import { ownTable, quarantineTable } from './local-names.ts';
import { type LocalRequest, type Refusal, withSession } from './local-session.ts';
import { planParts } from './plan-parts.ts';
import { query, type Row } from './query.ts';
import { hasBit } from './row-rules.ts';
import { RunStop } from './run-stop.ts';
import { readParquet } from './staged-parts.ts';
import { readWarehouse } from './use-warehouse.ts';

/** A rule that a record broke, and the line of the project that asks for it. */
export interface BrokenRule {
  readonly id: string;
  readonly severity: PlanRule['severity'];
  readonly message: string;
  /** null for rules that nobody wrote (`malformed:…`), and those that the project has no more. */
  readonly origin: Origin | null;
}

export interface Explanation {
  readonly kind: 'explained';
  readonly runId: string;
  readonly ts: string;
  readonly file: string;
  /** Ordinal of the record; the header is 0. */
  readonly record: number;
  /** First physical line of the record: the asked line may be a later one of it. */
  readonly line: number;
  readonly fate: Fate;
  readonly broken: readonly BrokenRule[];
  /** The record as it was staged, masks applied; null for a malformed one, or when staged files are not kept any more. */
  readonly staged: Readonly<Record<string, string | null>> | null;
}

export interface ExplainRequest extends Omit<LocalRequest, 'plan'> {
  readonly plan: Plan;
  /** As in the ledger, or any path that ends with it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Default: the latest run that read the file. */
  readonly runId?: string;
}

/** What became of the record on a line of a delivered file: from quarantine, staged files and the ledger. */
export async function explain(request: ExplainRequest): Promise<Explanation | Refusal> {
  const { plan, line } = request;
  return withSession(
    request,
    { isChanging: false, doing: 'looking for the record' },
    async ({ scratch, paths, access }) => {
      const { main } = scratch;
      const found = await readWarehouse(main, access, async () => {
        const delivery = await findDelivered(main, request);
        const quarantined = await lastAtOrBefore(
          main,
          `SELECT record AS _record, line AS _line, reasons, staged, resolved_run FROM ${ownTable(quarantineTable(plan.dataset))} WHERE run_id = $run_id AND file_name = $file`,
          { ...delivery, line },
        );
        const files = await stagedFiles(main, plan.dataset, { runId: delivery.runId, target: paths.target });
        const staged =
          files.length === 0
            ? null
            : await lastAtOrBefore(main, `SELECT * FROM ${readParquet(files)} WHERE file_name = $file`, {
                ...delivery,
                line,
              });
        const record = later(quarantined, staged);
        if (record === null)
          throw new RunStop(
            'failed',
            'no_record',
            `Line ${line} of \`${delivery.file}\` is before its first record: it is the header, or blank.`,
          );
        const isQuarantined = quarantined !== null && quarantined['_record'] === record['_record'];
        const fate: Fate = isQuarantined
          ? quarantineFate(quarantined)
          : await findFate(main, plan, { ...delivery, files, record: Number(record['_record']) });
        const own = staged !== null && staged['_record'] === record['_record'] ? staged : null;
        return {
          kind: 'explained' as const,
          runId: delivery.runId,
          ts: delivery.ts,
          file: delivery.file,
          record: Number(record['_record']),
          line: Number(record['_line']),
          fate,
          broken: await brokenRules(main, plan, {
            quarantined: isQuarantined ? quarantined : null,
            files,
            file: delivery.file,
            record: own,
            isCurrent: delivery.isCurrent,
          }),
          staged:
            own === null
              ? null
              : Object.fromEntries(
                  plan.columns.map((column) => [
                    column.name,
                    (own[column.name] as string | null | undefined) ?? null,
                  ]),
                ),
        };
      });
      if (found === null) throw unknownFile(request);
      return found;
    },
  );
}

interface Delivered {
  readonly runId: string;
  readonly ts: string;
  readonly commitNo: number;
  readonly file: string;
  readonly fileNo: number;
  /** The run was staged by the present plan, so its rule words can be read. */
  readonly isCurrent: boolean;
}

async function findDelivered(connection: DuckDBConnection, request: ExplainRequest): Promise<Delivered> {
  const { dataset } = request.plan;
  const rows = await query(
    connection,
    `SELECT d.run_id, r.ts, r.commit_no, d.file, d.file_no, d.state, coalesce(s.shape = $shape, FALSE) AS is_current
     FROM ${ownTable('deliveries')} d JOIN ${ownTable('runs')} r ON r.run_id = d.run_id AND r.dataset = d.dataset
     LEFT JOIN ${ownTable('staging')} s ON s.run_id = d.run_id AND s.dataset = d.dataset
     WHERE d.dataset = $dataset AND d.state <> 'rolled_back' ORDER BY r.commit_no DESC`,
    { dataset, shape: planParts(request.plan).stage.shape },
  );
  const wanted = request.file.replaceAll('\\', '/');
  const row = rows.find(
    (one) =>
      (wanted === one['file'] || wanted.endsWith(`/${one['file'] as string}`)) &&
      (request.runId === undefined || request.runId === one['run_id']),
  );
  if (row === undefined) throw unknownFile(request);
  if (row['state'] === 'redelivered') {
    throw new RunStop(
      'failed',
      'redelivered',
      `\`${row['file'] as string}\` was not read by run \`${row['run_id'] as string}\`: its records had been committed before. Ask about the file that held them.`,
    );
  }
  return {
    runId: row['run_id'] as string,
    ts: row['ts'] as string,
    commitNo: Number(row['commit_no']),
    file: row['file'] as string,
    fileNo: Number(row['file_no']),
    isCurrent: row['is_current'] === true,
  };
}

async function lastAtOrBefore(
  connection: DuckDBConnection,
  sql: string,
  place: { readonly runId: string; readonly file: string; readonly line: number },
): Promise<Row | null> {
  const values = { file: place.file, ...(sql.includes('$run_id') && { run_id: place.runId }) };
  const [row] = await query(
    connection,
    `SELECT * FROM (${sql}) WHERE _line <= ${Math.trunc(place.line)} ORDER BY _line DESC LIMIT 1`,
    values,
  );
  return row ?? null;
}

async function stagedFiles(
  connection: DuckDBConnection,
  dataset: string,
  run: { readonly runId: string; readonly target: string },
): Promise<readonly string[]> {
  const [row] = await query(
    connection,
    `SELECT folder, parts FROM ${ownTable('staging')} WHERE dataset = $dataset AND run_id = $run_id`,
    {
      dataset,
      run_id: run.runId,
    },
  );
  return ((row?.['parts'] as readonly string[] | undefined) ?? []).map((part) =>
    join(run.target, row?.['folder'] as string, part),
  );
}

/** A quarantined record is staged too, unless it is malformed: the later line is the nearer record. */
function later(one: Row | null, other: Row | null): Row | null {
  if (one === null || other === null) return one ?? other;
  return Number(one['_line']) >= Number(other['_line']) ? one : other;
}

function quarantineFate(row: Row): Fate {
  const reasons = row['reasons'] as readonly string[];
  const resolvedRun = row['resolved_run'] as string | null;
  return reasons.some((reason) => reason.startsWith('malformed:'))
    ? { kind: 'malformed', resolvedRun }
    : { kind: 'quarantined', resolvedRun };
}

/** Rules that kept the record out; of a record that came through, those that only warned or nullified. */
async function brokenRules(
  connection: DuckDBConnection,
  plan: Plan,
  facts: {
    readonly quarantined: Row | null;
    readonly files: readonly string[];
    readonly file: string;
    readonly record: Row | null;
    readonly isCurrent: boolean;
  },
): Promise<readonly BrokenRule[]> {
  const { quarantined, record } = facts;
  const ids = new Set(quarantined === null ? [] : (quarantined['reasons'] as readonly string[]));
  const rules = plan.rules.filter((rule) => rule.scope === 'record' && rule.bit !== undefined);
  if (record !== null && facts.isCurrent && rules.length > 0) {
    const items = rules.map((rule, index) => `${hasBit(rule)} AS r${index}`).join(', ');
    const [row] = await query(
      connection,
      `SELECT ${items} FROM ${readParquet(facts.files)} WHERE file_name = $file AND _record = ${Number(record['_record'])}`,
      { file: facts.file },
    );
    for (const [index, rule] of rules.entries()) if (row?.[`r${index}`] === true) ids.add(rule.id);
  }
  const known = plan.rules.filter((rule) => ids.has(rule.id));
  const told: readonly BrokenRule[] = known.map(({ id, severity, message, origin }) => ({
    id,
    severity,
    message,
    origin,
  }));
  const others = [...ids].filter((id) => !known.some((rule) => rule.id === id));
  return [
    ...told,
    ...others.map((id) => ({
      id,
      severity: 'quarantine' as const,
      message: malformedMessages[id] ?? `The rule \`${id}\` is no longer in the project.`,
      origin: null,
    })),
  ];
}

const malformedMessages: Readonly<Record<string, string>> = {
  'malformed:fields': 'The record has another number of fields than the header.',
  'malformed:quote': 'The quotes of the record do not fit.',
  'malformed:nul': 'The record holds a NUL byte.',
  'malformed:encoding': 'The record holds bytes that are not valid in the declared encoding.',
};

function unknownFile({ plan, file, runId }: ExplainRequest): RunStop {
  const where = runId === undefined ? 'no committed run' : `run \`${runId}\``;
  return new RunStop(
    'failed',
    'unknown_file',
    `${where === 'no committed run' ? 'No committed run' : where} of \`${plan.dataset}\` read a file named \`${file}\`; \`pistevo history ${plan.dataset}\` lists the runs and their files.`,
  );
}
