import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { isProcessAlive, ownIdentity, type ProcessIdentity } from '../runs/process-identity.ts';

/** A private database of one run, in memory, spilling into the run's own folder. */
export interface Scratch {
  readonly folder: string;
  /** The connection of everything but staging. */
  readonly main: DuckDBConnection;
  connect(): Promise<DuckDBConnection>;
  /**
   * Runs work that keeps several connections busy, each on a thread of its own: with more threads than that, a query whose
   * task another thread has taken waits for it by asking again and again, at a sixth of all time.
   * After a failure the scratch is good for closing only.
   */
  withThreadEach<T>(work: () => Promise<T>): Promise<T>;
  /** Stops what runs on any connection; it rejects with an interrupt. */
  interrupt(): void;
  close(): Promise<void>;
}

export interface ScratchOptions {
  /** `.pistevo/scratch` of the project. */
  readonly parent: string;
  readonly id: string;
  readonly threads?: number | undefined;
  /** Default 1 GiB. */
  readonly memoryBytes?: number | undefined;
}

const ownerFile = 'owner.json';
const defaultMemoryBytes = 1024 ** 3;

/**
 * Opens the database. Its folder can be read by its user only: what DuckDB spills is not encrypted (the engine as npm
 * carries it refuses to write with `temp_file_encryption`, for want of OpenSSL), so no masked value may get that far;
 * staging streams and never spills.
 */
export async function openScratch(options: ScratchOptions): Promise<Scratch> {
  const folder = join(options.parent, options.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, ownerFile), JSON.stringify(ownIdentity()));
  const { DuckDBInstance: Instance } = await import('./duckdb.ts');
  const threads = options.threads ?? availableParallelism();
  const instance = await Instance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${Math.floor((options.memoryBytes ?? defaultMemoryBytes) / 1024)}KiB`,
    temp_directory: join(folder, 'spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // Everything here is parsed from our own texts; a plan has no way to reach the network or other files by itself.
    allow_community_extensions: 'false',
  });
  return hold(instance, folder, threads);
}

async function hold(instance: DuckDBInstance, folder: string, threads: number): Promise<Scratch> {
  const connections: DuckDBConnection[] = [];
  const connect = async () => {
    const connection = await instance.connect();
    connections.push(connection);
    return connection;
  };
  const main = await connect();
  // Values with an offset are UTC everywhere; without this the zone of the machine would decide.
  await main.run("SET GLOBAL TimeZone = 'UTC'");
  return {
    folder,
    main,
    connect,
    withThreadEach: async (work) => {
      await main.run('SET threads = 1');
      const result = await work();
      await main.run(`SET threads = ${threads}`);
      return result;
    },
    interrupt: () => {
      for (const connection of connections) connection.interrupt();
    },
    close: async () => {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Removes the scratch folders of processes that are gone. A folder of an unknown owner is kept for a day. */
export async function removeDeadScratch(parent: string): Promise<void> {
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const folder = join(parent, name);
    const owner = await readOwner(join(folder, ownerFile));
    if (owner !== null && (await isProcessAlive(owner)) === false)
      await rm(folder, { recursive: true, force: true });
  }
}

async function readOwner(file: string): Promise<ProcessIdentity | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProcessIdentity;
  } catch {
    // Being made this very moment, or cut short: its name tells nothing, so it is left alone.
    return null;
  }
}
