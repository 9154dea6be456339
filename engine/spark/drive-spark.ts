import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline';
import type { NewEvent } from '../../core/contracts/event.ts';
import type { SparkInstallation } from './find-spark.ts';
import { readDriverLine } from './read-driver-line.ts';
import { type SubmitRequest, submitArguments } from './submit-arguments.ts';

export interface DriveRequest extends SubmitRequest {
  readonly spark: SparkInstallation;
  /** Where the driver runs; a metastore that nothing else is configured for is kept there. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly emit: (event: NewEvent) => void;
  readonly log: (stream: string, text: string) => void;
  /** How long a driver that was asked to stop may take before it is ended by force; default one minute. */
  readonly graceMs?: number;
}

export interface Driven {
  /** As the driver told it; null when it ended without a word. */
  readonly outcome: Readonly<Record<string, unknown>> | null;
  /** How `spark-submit` ended: `exit code 1`, `SIGKILL`. */
  readonly ending: string;
}

const defaultGraceMs = 60_000;

/**
 * Starts `spark-submit` and follows it to its end. When the signal is aborted the driver is asked to stop, which it does before
 * its commit or not at all. Rejects when the program cannot be started.
 */
export async function driveSpark(request: DriveRequest): Promise<Driven> {
  const { spark, folder, signal, emit, log } = request;
  mkdirSync(folder, { recursive: true });
  const child = spawn(spark.submit, submitArguments(request), {
    cwd: folder,
    env: driverEnvironment(request),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C in the terminal would take the JVM from under a driver that is being asked to stop.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  let outcome: Driven['outcome'] = null;
  const stopper = openStopper(child, request.graceMs ?? defaultGraceMs);
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = readDriverLine(text);
    if (line.kind === 'event') emit(line.event);
    else if (line.kind === 'outcome') outcome = line.value;
    else if (line.kind === 'driver') stopper.know(line);
    else log('driver', line.text);
  });
  createInterface({ input: child.stderr }).on('line', (text) => log('spark', text));
  const onAbort = () => stopper.stop();
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    const ending = await new Promise<string>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, by) => resolve(by ?? `exit code ${code}`));
    });
    return { outcome, ending };
  } finally {
    signal.removeEventListener('abort', onAbort);
    stopper.close();
  }
}

function driverEnvironment({ environment, spark }: DriveRequest): NodeJS.ProcessEnv {
  const python = environment['PYSPARK_PYTHON'] ?? spark.python;
  return {
    ...environment,
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    ...(python !== null && { PYSPARK_PYTHON: python, PYSPARK_DRIVER_PYTHON: python }),
  };
}

/** Stops a driver once it is known which process it is: `spark-submit` itself is the JVM that the driver needs to stop well. */
function openStopper(child: ChildProcess, graceMs: number) {
  let driver: number | null = null;
  let isStopping = false;
  let timer: NodeJS.Timeout | null = null;
  const ask = () => {
    if (driver !== null) tell(driver, 'SIGTERM');
  };
  return {
    know({ pid, host }: { readonly pid: number; readonly host: string }) {
      if (!Number.isSafeInteger(pid) || pid <= 1 || host !== hostname()) return;
      driver = pid;
      if (isStopping) ask();
    },
    stop() {
      isStopping = true;
      ask();
      timer = setTimeout(() => endGroup(child), graceMs);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else tell(-child.pid, 'SIGKILL');
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended on its own, just now.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
