import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Plan } from '../../core/contracts/plan.ts';
import { readOutcome } from '../../engine/spark/read-outcome.ts';
import { prepareSpark, type SparkVersion } from '../../tools/spark/prepare.mjs';
import type { Play, Played } from './play-local.ts';
import type { TypedTable } from './typed-rows.ts';

/** What a dataset's tables and its ledger hold, as a reader finds them. */
export interface LeftBehind {
  /** null: there is no such table. */
  readonly target: TypedTable | null;
  readonly quarantine: TypedTable | null;
  /** Staged texts and `file_name`. */
  readonly stage: TypedTable | null;
  /** `run_id, parent` of every commit. */
  readonly runs: TypedTable['rows'];
  /** `run_id, file, state, records` of every file of a commit. */
  readonly deliveries: TypedTable['rows'];
  /** Every table and view of the schema. */
  readonly tables: readonly string[];
}

/** How a run is to lose its power. */
export interface Cut {
  /** Before this side effect, counted from 1. */
  readonly at?: number;
  /** In its middle, where it has one. */
  readonly isTorn?: boolean;
  /** Reads every original again and makes the table anew. */
  readonly isRebuilt?: boolean;
}

/** A run that may have been cut off: then it has no outcome. */
export interface CutPlay extends LeftBehind {
  readonly outcome: Played['outcome'] | null;
  /** Files that were changed, statements that change the catalog, and writes of data, in their order. */
  readonly effects: readonly string[];
  /** Which of them the power failed at; null when it did not. */
  readonly cut: string | null;
}

/** What a reader in a loop saw. */
export interface Watched {
  /** Answers with a table. */
  readonly asked: number;
  /** The different tables among them. */
  readonly seen: readonly TypedTable[];
  /** What else the reader met; that there is no table yet is none. */
  readonly troubles: readonly string[];
}

/** A warm Spark that plays runs. */
export interface SparkWorker {
  play(play: Play): Promise<Played>;
  cut(play: Play, cut: Cut): Promise<CutPlay>;
  look(plan: Plan): Promise<LeftBehind>;
  /** Reads a table in a loop, until the answer is called. */
  watch(table: string): Promise<() => Promise<Watched>>;
  /** Address of the metastore that other drivers can share; null when it is this worker's own. */
  readonly metastore: string | null;
  close(): Promise<void>;
}

const mark = 'ANSWER ';
const lastWords = 4000;

/** Why there is no Spark here, with what to do; null when there is one. */
export function sparkHindrance(version: SparkVersion): string | null {
  const prepared = prepareSpark(version);
  return prepared.kind === 'missing' ? prepared.what : null;
}

/**
 * Starts a worker; about ten seconds. With `shared` its metastore runs by itself, for
 * other drivers too; with `parallel` up to eight requests are worked on at once; `uncompiled` queries are the quicker ones where each runs once. Throws what the process said when it dies.
 */
export async function openSparkWorker(
  version: SparkVersion,
  memory = '1g',
  ...words: readonly ('shared' | 'uncompiled' | 'parallel')[]
): Promise<SparkWorker> {
  const prepared = prepareSpark(version);
  if (prepared.kind === 'missing') throw new Error(prepared.what);
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-spark-'));
  const script = join(import.meta.dirname, 'worker.py');
  const child = spawn(prepared.python, [script, folder, memory, ...words], {
    env: { ...prepared.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const answers = listen(child);
  await answers.of('ready');
  let count = 0;
  const ask = async (kind: string, request: object): Promise<unknown> => {
    count += 1;
    const answer = join(folder, `answer-${count}.json`);
    child.stdin.write(`${JSON.stringify({ kind, answer, ...request })}\n`);
    await answers.of(answer);
    const told = JSON.parse(readFileSync(answer, 'utf8')) as { readonly trouble?: unknown };
    if (typeof told.trouble === 'string') throw new Error(told.trouble);
    return told;
  };
  const keep = (plan: Plan): string => {
    // The request that names it takes the next number at once.
    const file = join(folder, `plan-${count + 1}.json`);
    writeFileSync(file, JSON.stringify(plan));
    return file;
  };
  const play = async ({ plan, root, runId, at, maskKey }: Play, more: object): Promise<Answer> => {
    const answer = await ask('play', {
      plan: keep(plan),
      root: `file://${root}/`,
      run_id: runId,
      now_ms: at.getTime(),
      mask_key: maskKey,
      ...more,
    });
    const { outcome, ...rest } = answer as Answer;
    return { ...rest, outcome: readOutcome(outcome) };
  };
  return {
    metastore: words.includes('shared') ? readFileSync(join(folder, 'metastore.uri'), 'ascii') : null,
    cut: (run, { at, isTorn = false, isRebuilt = false }) =>
      play(run, { cut_at: at, is_torn: isTorn, is_rebuilt: isRebuilt, is_looked_at: true }),
    async play(run) {
      const answer = await play(run, {});
      const { outcome } = answer;
      if (outcome === null) throw new Error(`run ${run.runId} has no outcome`);
      return { ...answer, outcome };
    },
    look: async (plan) => (await ask('look', { plan: keep(plan) })) as LeftBehind,
    async watch(table) {
      await ask('watch', { table });
      return async () => (await ask('unwatch', {})) as Watched;
    },
    async close() {
      child.stdin.end();
      await answers.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Answer = CutPlay & Pick<Played, 'events'>;

/** Answers by their name; whoever waits is told when the process is gone. */
function listen(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }) {
  let words = '';
  const remember = (text: string) => {
    words = (words + text).slice(-lastWords);
  };
  child.stderr?.setEncoding('utf8').on('data', remember);
  const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith(mark)) return remember(`${line}\n`);
    const name = line.slice(mark.length);
    waiting.get(name)?.resolve();
    waiting.delete(name);
  });
  const gone = () => new Error(`the Spark worker has ended:\n${words}`);
  let isGone = false;
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      isGone = true;
      for (const { reject } of waiting.values()) reject(gone());
      resolve();
    });
  });
  /** To be asked before the answer can have come: together with the request. */
  const of = (name: string) =>
    new Promise<void>((resolve, reject) => {
      if (isGone) reject(gone());
      else waiting.set(name, { resolve, reject });
    });
  return { of, ended };
}
