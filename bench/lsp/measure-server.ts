import { performance } from 'node:perf_hooks';
import { positionOf, type ServerOptions, startMeasured } from './language-server.ts';

export interface Measured {
  /** From the start of the process to the first findings of the open file, in milliseconds. */
  readonly firstMs: number;
  /** From the start of the process to the last push before the first keystroke. */
  readonly allMs: number;
  /** From keystroke to findings, one for each keystroke. */
  readonly keystrokesMs: readonly number[];
  readonly completionsMs: readonly number[];
  readonly memoryBytes: number;
  /** Spent by processors until everything was told, and for each keystroke. */
  readonly startCpuMs: number;
  readonly keystrokeCpuMs: number;
}

export interface MeasureOptions extends ServerOptions {
  /** URI and text of the file to type in. */
  readonly uri: string;
  readonly text: string;
  readonly keystrokes: number;
}

/**
 * Types and takes back one character in the type of a column in the middle of the file: each keystroke makes or mends a mistake, so
 * that an answer must come.
 */
export async function measureServer(options: MeasureOptions): Promise<Measured> {
  const { uri, text, keystrokes } = options;
  const server = await startMeasured(options);
  const { connection } = server;
  const document = { uri, version: 1 };
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...document, languageId: 'yaml', text },
  });
  const firstMs = await server.pushed(uri, 0, server.startedMs);
  await quiet(() => server.pushes.length, 600);
  const allMs = (server.pushes.at(-1)?.atMs ?? 0) - server.startedMs;
  const startCpuMs = server.cpuMs();
  const at = text.indexOf('type: string', text.length >> 1) + 'type: string'.length;
  const position = positionOf(text, at);
  const after = { line: position.line, character: position.character + 1 };
  const keystrokesMs: number[] = [];
  for (let index = 0; index < keystrokes + warmUp; index += 1) {
    const isTyped = index % 2 === 0;
    document.version += 1;
    const change = { range: { start: position, end: isTyped ? position : after }, text: isTyped ? 'x' : '' };
    const from = server.pushes.length;
    const since = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { ...document },
      contentChanges: [change],
    });
    const took = await server.pushed(uri, from, since);
    if (index >= warmUp) keystrokesMs.push(took);
  }
  const keystrokeCpuMs = (server.cpuMs() - startCpuMs) / (keystrokes + warmUp);
  const completionsMs = await completions(server, uri, position);
  const memoryBytes = server.memory();
  await server.stop();
  return { firstMs, allMs, keystrokesMs, completionsMs, memoryBytes, startCpuMs, keystrokeCpuMs };
}

const warmUp = 6;

async function completions(
  { connection }: Awaited<ReturnType<typeof startMeasured>>,
  uri: string,
  position: { line: number; character: number },
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < 25; index += 1) {
    const since = performance.now();
    try {
      await connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
    } catch {
      return [];
    }
    if (index >= 5) times.push(performance.now() - since);
  }
  return times;
}

/** Waits until a count has stood still for a time. */
async function quiet(count: () => number, forMs: number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, forMs));
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
