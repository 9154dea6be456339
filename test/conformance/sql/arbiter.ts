import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepareSpark, type SparkVersion } from '../../../tools/spark/prepare.mjs';
import type { Label } from './label.ts';

/** A running Spark whose parser is asked. */
export interface Arbiter {
  /** One label a text, in the same order. */
  label(texts: readonly string[], ansi: boolean): Promise<readonly Label[]>;
  close(): Promise<void>;
}

const script = join(import.meta.dirname, '../../spark/sql/arbiter.py');
/** Texts a request: enough that the way to Python does not count, few enough that progress shows. */
const batch = 500;
const lastWords = 4000;

/** Starts one; about ten seconds. @throws when there is no Spark, or with what the process said when it dies. */
export async function openArbiter(version: SparkVersion): Promise<Arbiter> {
  const prepared = prepareSpark(version);
  if (prepared.kind === 'missing') throw new Error(prepared.what);
  const child = spawn(prepared.python, [script], {
    env: { ...prepared.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-lastWords);
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`Spark ended before it answered:\n${words}`);
    return JSON.parse(value);
  };
  await next();
  return {
    async label(texts, ansi) {
      const labels: Label[] = [];
      for (let from = 0; from < texts.length; from += batch) {
        const part = texts.slice(from, from + batch);
        child.stdin.write(`${JSON.stringify({ ansi, texts: part })}\n`);
        const answers = (await next()) as readonly Partial<Record<string, unknown>>[];
        if (answers.length !== part.length)
          throw new Error(`${answers.length} labels for ${part.length} texts`);
        labels.push(...answers.map(readLabel));
      }
      return labels;
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

function readLabel(answer: Partial<Record<string, unknown>>): Label {
  if (answer['accepts'] === true) return { accepts: true };
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    accepts: false,
    class: String(answer['class']),
    message: String(answer['message']).slice(0, 200),
    offset: number(answer['offset']),
    stop: number(answer['stop']),
  };
}
