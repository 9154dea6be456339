import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { StageOperation } from '../../core/contracts/plan.ts';
import type { Chunk } from '../read/chunk.ts';
import { type BoundQuery, type ChunkTarget, emptyRaw, plainRaw, rewrittenRaw } from './chunk-sql.ts';
import { literal, type Values } from './query.ts';
import type { Scratch } from './scratch.ts';
import { partOptions } from './staged-parts.ts';
import { syncPath } from './warehouse.ts';

/** Writes staged files, two side by side at most. */
export interface StageWriter {
  /** Takes a chunk in; answers when there is room for the next one. Rejects with the first failure of any earlier one. */
  write(chunk: Chunk, target: ChunkTarget): Promise<void>;
  /** A staged file without rows. */
  writeEmpty(target: ChunkTarget): Promise<void>;
  /** Waits until all is on disk. Rejects with the first failure. */
  drain(): Promise<void>;
}

export interface WrittenPart {
  readonly fileNo: number;
  /** Name in the folder. */
  readonly part: string;
  readonly rows: number;
}

export interface StageWriterOptions {
  readonly scratch: Scratch;
  readonly stage: StageOperation;
  /** Values of the stage's parameters. */
  readonly values: Values;
  /** Where the files go; exists. */
  readonly folder: string;
  /** false for a dry run: nothing has to outlive the machine. */
  readonly isDurable: boolean;
  readonly onWritten: (part: WrittenPart) => void;
}

const mostConnections = 2;

export function createStageWriter(options: StageWriterOptions): StageWriter {
  const idle: DuckDBConnection[] = [];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  const pending = new Set<Promise<void>>();
  let connections = 0;
  let parts = 0;
  let failure: { readonly error: unknown } | null = null;

  const take = async (): Promise<DuckDBConnection> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (connections < mostConnections) {
      connections += 1;
      return options.scratch.connect();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const give = (connection: DuckDBConnection): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(connection);
    else next(connection);
  };
  const throwFailure = (): void => {
    if (failure !== null) throw failure.error;
  };
  const track = (work: Promise<void>): void => {
    const tracked = work
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => pending.delete(tracked));
    pending.add(tracked);
  };
  const start = async (raw: BoundQuery, fileNo: number): Promise<void> => {
    const connection = await take();
    throwFailure();
    parts += 1;
    const part = `${String(fileNo).padStart(5, '0')}-${String(parts).padStart(5, '0')}.parquet`;
    track(
      (async () => {
        try {
          options.onWritten({
            fileNo,
            part,
            rows: await copyStage(connection, raw, join(options.folder, part), options),
          });
        } finally {
          give(connection);
        }
        // Beside the next copy: the disk works while the engine parses.
        if (options.isDurable) await syncPath(join(options.folder, part));
      })(),
    );
  };
  return {
    write: async (chunk, target) => {
      throwFailure();
      if (chunk.plain !== null) await start(plainRaw(chunk.plain, target), target.fileNo);
      if (chunk.rewritten !== null) await start(rewrittenRaw(chunk.rewritten, target), target.fileNo);
    },
    writeEmpty: (target) => start(emptyRaw(target), target.fileNo),
    drain: async () => {
      await Promise.all(pending);
      throwFailure();
    },
  };
}

/** Runs the stage over one chunk into one file; answers its rows. */
async function copyStage(
  connection: DuckDBConnection,
  raw: BoundQuery,
  file: string,
  options: Pick<StageWriterOptions, 'stage' | 'values'>,
): Promise<number> {
  const statement = await connection.prepare(
    `COPY (WITH _raw AS NOT MATERIALIZED (${raw.sql}) SELECT * FROM (${options.stage.select.duckdb}) AS staged) TO ${literal(file)} ${partOptions}`,
  );
  try {
    statement.bind({ ...raw.values, ...options.values });
    const result = await statement.runAndReadAll();
    return Number(result.getRows()[0]?.[0] ?? 0);
  } finally {
    statement.destroySync();
  }
}
