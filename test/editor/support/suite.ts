import { writeFileSync } from 'node:fs';
import type { TestResult } from './results.ts';

/** A test throws when its claim does not hold. */
export type Test = readonly [title: string, run: () => Promise<void>];

/** Thrown by a test that this machine cannot run; its sentence is shown. */
export class NotRun extends Error {}

const longestTestMs = 45_000;

/** The entry that the editor calls: runs the tests one after the other and writes down how each went. */
export function suite(tests: readonly Test[]): () => Promise<void> {
  return async () => {
    const file = process.env['PISTEVO_RESULTS'];
    if (file === undefined) throw new Error('PISTEVO_RESULTS must name the file for the results');
    const results: TestResult[] = [];
    const keep = (isComplete: boolean) => writeFileSync(file, JSON.stringify({ isComplete, tests: results }));
    keep(false);
    for (const [title, run] of tests) {
      results.push(await runTest(title, run));
      keep(false);
    }
    keep(true);
    const failed = results.filter(({ kind }) => kind === 'failed').length;
    if (failed > 0) throw new Error(`${failed} of ${results.length} tests failed`);
  };
}

async function runTest(title: string, run: Test[1]): Promise<TestResult> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${longestTestMs} ms`)), longestTestMs);
  });
  try {
    await Promise.race([run(), late]);
    return { title, kind: 'passed', elapsedMs: performance.now() - start };
  } catch (error) {
    const elapsedMs = performance.now() - start;
    if (error instanceof NotRun) return { title, kind: 'not-run', elapsedMs, message: error.message };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { title, kind: 'failed', elapsedMs, message };
  } finally {
    clearTimeout(timer);
  }
}
