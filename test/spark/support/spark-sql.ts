import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');

export type SparkRow = Readonly<Record<string, string | null>>;

/** A real Spark that answers SQL; every value comes as text, timestamps as microseconds. */
export interface SparkSql {
  readonly version: string;
  relation(
    name: string,
    columns: readonly (readonly [name: string, type: string])[],
    rows: readonly (readonly (string | null)[])[],
  ): Promise<void>;
  query(
    text: string,
    options?: {
      readonly parameters?: Readonly<Record<string, string>>;
      readonly produces?: { readonly relation: string; readonly as: 'table' | 'view' };
    },
  ): Promise<readonly SparkRow[]>;
  close(): void;
}

/** Path of the pinned PySpark's interpreter; null where it was not prepared. */
export function sparkPython(version = '3.5'): string | null {
  const python = join(root, `.cache/spark/${version}/bin/python`);
  return existsSync(python) ? python : null;
}

/** Starts one local session for the tests of a file. */
export async function openSparkSql(python: string): Promise<SparkSql> {
  const child = spawn(python, [join(root, 'test/spark/run/sql_server.py')], {
    env: { ...process.env, PYTHONPATH: join(root, 'scripts'), TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('Spark ended before it answered.');
    return JSON.parse(value) as Record<string, unknown>;
  };
  const ask = async (request: unknown): Promise<readonly SparkRow[]> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { error, rows } = await next();
    if (error !== undefined) throw new Error(String(error));
    return rows as readonly SparkRow[];
  };
  const { ready } = await next();
  return {
    version: String(ready),
    relation: async (name, columns, rows) => void (await ask({ op: 'relation', name, columns, rows })),
    query: (text, options = {}) => ask({ op: 'query', text, ...options }),
    close: () => child.stdin.end(),
  };
}
