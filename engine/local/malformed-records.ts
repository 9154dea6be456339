import type { DuckDBConnection } from '@duckdb/node-api';
import type { NewEvent } from '../../core/contracts/event.ts';
import type { MalformedRecord } from '../read/chunk.ts';
import { execute, query } from './query.ts';

const relation = '_malformed';

/** Malformed records of this run, by place and reason: `_malformed (_file_no, file_name, record, line, length, reason)`. */
export async function openMalformed(connection: DuckDBConnection): Promise<void> {
  await execute(
    connection,
    `CREATE TEMP TABLE ${relation} (_file_no INTEGER, file_name VARCHAR, record BIGINT, line BIGINT, length BIGINT, reason VARCHAR)`,
  );
}

export async function addMalformed(
  connection: DuckDBConnection,
  file: { readonly no: number; readonly name: string },
  records: readonly MalformedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const appender = await connection.createAppender(relation, 'main', 'temp');
  try {
    for (const { record, line, lengthBytes, reason } of records) {
      appender.appendInteger(file.no);
      appender.appendVarchar(file.name);
      appender.appendBigInt(BigInt(record));
      appender.appendBigInt(BigInt(line));
      appender.appendBigInt(BigInt(lengthBytes));
      appender.appendVarchar(reason);
      appender.endRow();
    }
  } finally {
    appender.closeSync();
  }
}

/** Forgets a file that turned out not to be of this delivery. */
export async function dropMalformed(connection: DuckDBConnection, fileNo: number): Promise<void> {
  await execute(connection, `DELETE FROM ${relation} WHERE _file_no = ${fileNo}`);
}

/** One result a reason, with places of the first few records. */
export async function tellMalformed(
  connection: DuckDBConnection,
  emit: (event: NewEvent) => void,
): Promise<void> {
  const groups = await query(
    connection,
    `SELECT reason, count(*) AS n, min_by({file: file_name, line: line}, _file_no * 1000000000000::HUGEINT + record, 5) AS samples
     FROM ${relation} GROUP BY reason ORDER BY reason`,
  );
  for (const group of groups) {
    const samples = group['samples'] as readonly { file: string; line: bigint }[];
    emit({
      kind: 'rule-result',
      rule: group['reason'] as string,
      severity: 'quarantine',
      failing: Number(group['n']),
      samples: samples.map(({ file, line }) => ({ file, line: Number(line) })),
    });
  }
}
