import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Plan, SqlOperation } from '../../../../core/contracts/plan.ts';
import { printType } from '../../../../core/translate/print-type.ts';
import { quoteName } from '../../../../core/translate/quote.ts';

/** One delivered record: the texts of its columns, null where the file lacks the column. */
export interface Delivered {
  readonly fileNo: number;
  readonly record: number;
  readonly values: readonly (string | null)[];
}

export interface Played {
  /** Rows of the target after the run, as text, sorted. */
  readonly target: readonly (readonly (string | null)[])[];
  /** `fileNo:record` → ids of the rules that the record breaks, in plan order. */
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  /** `fileNo:record` of the records set aside, sorted. */
  readonly rejected: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly failing: Readonly<Record<string, number>>;
  readonly stage: readonly Readonly<Record<string, unknown>>[];
}

export const maskKey = 'test-mask-key';

export interface Player {
  play(delivery: readonly Delivered[]): Promise<Played>;
  readonly connection: DuckDBConnection;
  close(): void;
}

/** Plays an engine for one dataset on a real, empty database: the target lives on from one delivery to the next. */
export async function openPlayer(
  plan: Plan,
  parents: Readonly<Record<string, readonly unknown[]>> = {},
): Promise<Player> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = plan.columns.map(({ name }) => quoteName('duckdb', name));
  const typed = plan.columns.map(
    ({ name, type }) => `${quoteName('duckdb', name)} ${printType('duckdb', type)}`,
  );
  await connection.run(`CREATE TABLE target (${typed.join(', ')})`);
  for (const { relation, rule } of plan.references) {
    const child = plan.rules.find(({ id }) => id === rule)?.columns[0];
    const type = plan.columns.find(({ name }) => name === child)?.type ?? 'string';
    await connection.run(`CREATE TABLE ${relation} (k ${printType('duckdb', type)})`);
    for (const key of parents[relation] ?? []) {
      await connection.run(`INSERT INTO ${relation} SELECT CAST($1 AS ${printType('duckdb', type)})`, [
        String(key),
      ]);
    }
  }
  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects();

  async function play(delivery: readonly Delivered[]): Promise<Played> {
    const counts: Record<string, number> = {};
    const failing: Record<string, number> = {};
    await stage(delivery);
    await connection.run('CREATE OR REPLACE VIEW _target AS SELECT *, rowid AS _rowid FROM target');
    const when = (await rows('SELECT 1 FROM target LIMIT 1')).length === 0 ? 'first' : 'later';
    const due = plan.operations.filter(
      (operation): operation is SqlOperation =>
        operation.kind === 'sql' && (operation.when === undefined || operation.when === when),
    );
    const run = async (operation: SqlOperation): Promise<void> => {
      const text = operation.text.duckdb;
      if (operation.produces !== undefined) {
        const { relation, as } = operation.produces;
        await connection.run(`CREATE OR REPLACE ${as} ${relation} AS ${text}`);
        return;
      }
      const [answer = {}] = await rows(text);
      if (operation.rule === undefined) Object.assign(counts, numbers(answer));
      else failing[operation.rule] = Number(answer['failing']);
    };
    for (const operation of due.filter(({ phase }) => phase !== 'verify')) await run(operation);
    await connection.run(
      `CREATE OR REPLACE VIEW _result AS SELECT ${columns.join(', ')} FROM _target WHERE _rowid NOT IN
       (SELECT _rowid FROM _changes WHERE _rowid IS NOT NULL)
       UNION ALL SELECT ${columns.join(', ')} FROM _changes WHERE _op <> 'delete'`,
    );
    for (const operation of due.filter(({ phase }) => phase === 'verify')) await run(operation);
    await connection.run('CREATE OR REPLACE TABLE applied AS FROM _changes');
    await connection.run(
      'DELETE FROM target WHERE rowid IN (SELECT _rowid FROM applied WHERE _rowid IS NOT NULL)',
    );
    await connection.run(
      `INSERT INTO target SELECT ${columns.join(', ')} FROM applied WHERE _op <> 'delete'`,
    );
    return {
      target: await readTarget(),
      reasons: await readReasons(),
      rejected: (await rows('FROM _rejected')).map(recordId).sort(),
      counts,
      failing,
      stage: await rows('FROM _stage ORDER BY _file_no, _record'),
    };
  }

  async function stage(delivery: readonly Delivered[]): Promise<void> {
    const texts = columns.map((name) => `${name} VARCHAR`);
    await connection.run(
      `CREATE OR REPLACE TABLE _raw (_file_no INTEGER, _record BIGINT, _line BIGINT, file_name VARCHAR, ts VARCHAR, ${texts.join(', ')})`,
    );
    const appender = await connection.createAppender('_raw');
    for (const { fileNo, record, values } of delivery) {
      appender.appendInteger(fileNo);
      appender.appendBigInt(BigInt(record));
      appender.appendBigInt(BigInt(record + 1));
      appender.appendVarchar(`file-${fileNo}.csv`);
      appender.appendVarchar('20240101000000');
      for (const value of values) value === null ? appender.appendNull() : appender.appendVarchar(value);
      appender.endRow();
    }
    appender.closeSync();
    const operation = plan.operations.find((candidate) => candidate.kind === 'stage');
    if (operation === undefined) throw new Error('The plan stages nothing.');
    const values = operation.parameters.includes('mask_key') ? { mask_key: maskKey } : undefined;
    // A table keeps no parameters, so the masked rows are made by a prepared insert.
    await connection.run('DROP TABLE IF EXISTS _stage');
    const text = operation.select.duckdb;
    if (values === undefined) await connection.run(`CREATE TABLE _stage AS ${text}`);
    else await connection.run(`CREATE TABLE _stage AS ${text}`, values);
  }

  async function readTarget(): Promise<readonly (readonly (string | null)[])[]> {
    const texts = columns.map((name) => `CAST(${name} AS VARCHAR)`);
    const reader = await connection.runAndReadAll(`SELECT ${texts.join(', ')} FROM target`);
    return sortRows(reader.getRows() as (string | null)[][]);
  }

  async function readReasons(): Promise<Record<string, string[]>> {
    const reasons: Record<string, string[]> = {};
    for (const row of await rows('FROM _flags')) {
      reasons[recordId(row)] = plan.rules
        .filter(({ bit }) => bit !== undefined && isSet(row[`_b${Math.floor(bit / 62)}`], bit % 62))
        .map(({ id }) => id);
    }
    return reasons;
  }

  return {
    play,
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Rows in one order that does not depend on the engine. */
export function sortRows(
  rows: readonly (readonly (string | null)[])[],
): readonly (readonly (string | null)[])[] {
  return rows.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

function recordId(row: Readonly<Record<string, unknown>>): string {
  return `${row['_file_no']}:${row['_record']}`;
}

function isSet(word: unknown, bit: number): boolean {
  return ((word as bigint) & (1n << BigInt(bit))) !== 0n;
}

function numbers(row: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}
