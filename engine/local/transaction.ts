import type { DuckDBConnection } from '@duckdb/node-api';
import { execute } from './query.ts';

/** Runs `use` in one transaction: all of it or nothing. What `use` throws comes out after the rollback. */
export async function inTransaction<T>(connection: DuckDBConnection, use: () => Promise<T>): Promise<T> {
  await execute(connection, 'BEGIN TRANSACTION');
  let result: T;
  try {
    result = await use();
  } catch (error) {
    await rollBack(connection, error);
    throw error;
  }
  await execute(connection, 'COMMIT');
  return result;
}

async function rollBack(connection: DuckDBConnection, cause: unknown): Promise<void> {
  try {
    await execute(connection, 'ROLLBACK');
  } catch (error) {
    // An error may have ended the transaction already; anything else must be heard together with its cause.
    if (!/no transaction is active/i.test(String(error)))
      throw new AggregateError([cause, error], 'The rollback failed.');
  }
}
