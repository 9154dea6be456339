import type { Plan, SqlOperation } from '../../../core/contracts/plan.ts';
import { printType } from '../../../core/translate/print-type.ts';
import { quoteName } from '../../../core/translate/quote.ts';
import { type Delivered, maskKey, sortRows } from '../../core/plan/support/play-plan.ts';
import type { SparkRow, SparkSql } from './spark-sql.ts';

export interface SparkPlayed {
  readonly target: readonly (readonly (string | null)[])[];
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  readonly rejected: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly failing: Readonly<Record<string, number>>;
}

/** Plays the Spark texts of a plan on real Spark: the target lives on from one delivery to the next. */
export async function openSparkPlayer(
  spark: SparkSql,
  plan: Plan,
  parents: Readonly<Record<string, readonly unknown[]>> = {},
) {
  const columns = plan.columns.map(({ name }) => quoteName('spark', name));
  const typed = plan.columns.map(({ name, type }) => [name, printType('spark', type)] as const);
  await spark.relation('target', typed, []);
  for (const { relation, rule } of plan.references) {
    const child = plan.rules.find(({ id }) => id === rule)?.columns[0];
    const type = plan.columns.find(({ name }) => name === child)?.type ?? 'string';
    const keys = (parents[relation] ?? []).map((key) => [String(key)]);
    await spark.relation(relation, [['k', printType('spark', type)]], keys);
  }

  return async function play(delivery: readonly Delivered[]): Promise<SparkPlayed> {
    const counts: Record<string, number> = {};
    const failing: Record<string, number> = {};
    await stage(delivery);
    await spark.query('SELECT * FROM target', { produces: { relation: '_target', as: 'view' } });
    const when = (await spark.query('SELECT 1 AS one FROM target LIMIT 1')).length === 0 ? 'first' : 'later';
    const due = plan.operations.filter(
      (operation): operation is SqlOperation =>
        operation.kind === 'sql' && (operation.when === undefined || operation.when === when),
    );
    const run = async ({ text, produces, rule }: SqlOperation): Promise<void> => {
      const [answer = {}] = await spark.query(text.spark, produces === undefined ? {} : { produces });
      if (produces !== undefined) return;
      if (rule !== undefined) failing[rule] = Number(answer['failing']);
      else for (const [name, value] of Object.entries(answer)) counts[name] = Number(value);
    };
    for (const operation of due.filter(({ phase }) => phase !== 'verify')) await run(operation);
    await spark.query(resultOf(plan, columns), { produces: { relation: '_result', as: 'table' } });
    for (const operation of due.filter(({ phase }) => phase === 'verify')) await run(operation);
    const reasons = await readReasons();
    const rejected = (await spark.query('SELECT * FROM _rejected')).map(idOf).sort();
    await spark.query('SELECT * FROM _result', { produces: { relation: 'target', as: 'table' } });
    const rows = await spark.query('SELECT * FROM target');
    const target = sortRows(rows.map((row) => plan.columns.map(({ name }) => row[name] ?? null)));
    return { target, reasons, rejected, counts, failing };
  };

  async function stage(delivery: readonly Delivered[]): Promise<void> {
    const own = ['_file_no int', '_record bigint', '_line bigint', 'file_name string', 'ts string'];
    await spark.relation(
      '_raw',
      [
        ...own.map((one) => one.split(' ') as [string, string]),
        ...plan.columns.map(({ name }) => [name, 'string'] as const),
      ],
      delivery.map(({ fileNo, record, values }) => [
        ...[`${fileNo}`, `${record}`, `${record + 1}`, `file-${fileNo}.csv`, '20240101000000'],
        ...values,
      ]),
    );
    const operation = plan.operations.find((candidate) => candidate.kind === 'stage');
    if (operation === undefined) throw new Error('The plan stages nothing.');
    await spark.query(operation.select.spark, {
      ...(operation.parameters.includes('mask_key') ? { parameters: { mask_key: maskKey } } : {}),
      produces: { relation: '_stage', as: 'table' },
    });
  }

  async function readReasons(): Promise<Record<string, string[]>> {
    const flags = await spark.query('SELECT * FROM _flags');
    return Object.fromEntries(
      flags.map((row) => [
        idOf(row),
        plan.rules
          .filter(({ bit }) => bit !== undefined && isSet(row[`_b${Math.floor(bit / 62)}`], bit % 62))
          .map(({ id }) => id),
      ]),
    );
  }
}

/** The table as it will be, as the runtime makes it: rows whose key is updated or deleted go, the others come. */
function resultOf(plan: Plan, columns: readonly string[]): string {
  const swap = plan.operations.find((operation) => operation.kind === 'swap');
  const come = `SELECT ${columns.join(', ')} FROM _changes WHERE _op <> 'delete'`;
  if (swap === undefined || swap.load === 'replace') return come;
  const keys = swap.keys.map((key) => quoteName('spark', key));
  const gone = `SELECT ${keys.join(', ')} FROM _changes WHERE _op <> 'insert'`;
  const same = keys.map((key) => `_target.${key} = gone.${key}`).join(' AND ');
  const stay = swap.load === 'append' ? '' : ` LEFT ANTI JOIN (${gone}) AS gone ON ${same}`;
  return `SELECT ${columns.join(', ')} FROM _target${stay} UNION ALL ${come}`;
}

function idOf(row: SparkRow): string {
  return `${row['_file_no']}:${row['_record']}`;
}

function isSet(word: string | null | undefined, bit: number): boolean {
  return (BigInt(word ?? '0') & (1n << BigInt(bit))) !== 0n;
}
