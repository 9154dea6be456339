import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readOutcome } from '../../engine/spark/read-outcome.ts';
import { prepareSpark, type SparkVersion } from '../../tools/spark/prepare.mjs';
import type { Play, Played } from './play-local.ts';

/** A warm Spark that plays runs, one after the other. */
/** A run that may have been cut off: then it has no outcome, and the tables are what it left. */
export interface CutPlay extends Omit<Played, 'outcome'> {
  readonly outcome: Played['outcome'] | null;
  /** Files that were changed, statements that change the catalog, and writes of data. */
  readonly effects: number;
}

export interface SparkWorker {
  play(play: Play): Promise<Played>;
  cut(play: Play): Promise<CutPlay>;
  close(): Promise<void>;
}

const mark = 'ANSWER ';
const lastWords = 4000;

/** Why there is no Spark here, with what to do; null when there is one. */
export function sparkHindrance(version: SparkVersion): string | null {
  const prepared = prepareSpark(version);
  return prepared.kind === 'missing' ? prepared.what : null;
}

/** Starts a worker; about ten seconds. Throws what the process said when it dies. */
export async function openSparkWorker(version: SparkVersion, memory = '1g'): Promise<SparkWorker> {
  const prepared = prepareSpark(version);
  if (prepared.kind === 'missing') throw new Error(prepared.what);
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-spark-'));
  const script = join(import.meta.dirname, 'worker.py');
  const child = spawn(prepared.python, [script, folder, memory], {
    env: { ...prepared.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const answers = listen(child);
  await answers.next();
  let count = 0;
  const ask = async ({ plan, root, runId, at, maskKey, cutAt }: Play): Promise<CutPlay> => {
    count += 1;
    const names = {
      plan: join(folder, `plan-${count}.json`),
      answer: join(folder, `answer-${count}.json`),
    };
    writeFileSync(names.plan, JSON.stringify(plan));
    const request = {
      ...names,
      root: `file://${root}/`,
      run_id: runId,
      now_ms: at.getTime(),
      mask_key: maskKey,
      ...(cutAt !== undefined && { cut_at: cutAt }),
    };
    child.stdin.write(`${JSON.stringify(request)}\n`);
    await answers.next();
    return played(JSON.parse(readFileSync(names.answer, 'utf8')) as Record<string, unknown>);
  };
  return {
    cut: ask,
    async play(play) {
      const { outcome, ...rest } = await ask(play);
      if (outcome === null) throw new Error(`run ${play.runId} has no outcome`);
      return { ...rest, outcome };
    },
    async close() {
      child.stdin.end();
      await answers.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function played(answer: Record<string, unknown>): CutPlay {
  if (typeof answer['trouble'] === 'string') throw new Error(answer['trouble']);
  return { ...(answer as unknown as CutPlay), outcome: readOutcome(answer['outcome']) };
}

/** Answers in the order in which they come; whoever waits is told when the process is gone. */
function listen(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }) {
  let words = '';
  const remember = (text: string) => {
    words = (words + text).slice(-lastWords);
  };
  child.stderr?.setEncoding('utf8').on('data', remember);
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let arrived = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith(mark)) return remember(`${line}\n`);
    const first = waiting.shift();
    if (first === undefined) arrived += 1;
    else first.resolve();
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', (code) => {
      const gone = new Error(`the Spark worker ended (${code}):\n${words}`);
      for (const { reject } of waiting) reject(gone);
      resolve();
    });
  });
  return {
    ended,
    next: () =>
      new Promise<void>((resolve, reject) => {
        if (child.exitCode !== null) return reject(new Error(`the Spark worker has ended:\n${words}`));
        if (arrived > 0) {
          arrived -= 1;
          return resolve();
        }
        waiting.push({ resolve, reject });
      }),
  };
}
