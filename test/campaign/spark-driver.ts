import {
  type ChildProcessByStdio,
  type SpawnOptionsWithStdioTuple,
  type StdioNull,
  type StdioPipe,
  spawn,
  spawnSync,
} from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { RunEvent } from '../../core/contracts/event.ts';
import { prepareSpark } from '../../tools/spark/prepare.mjs';
import { commandLine } from './command.ts';
import { descendants, killFamily, untilGone, type Victim } from './process-tree.ts';

const repository = join(import.meta.dirname, '../..');
const lastWords = 3000;
const lookMs = 500;

/** `cli`: `pistevo run --engine spark`; `submit`: the scripts with what `pistevo publish` published. */
export type Way = 'cli' | 'submit';

/** When a driver dies: at a side effect, by its own hand, or a while after an event, by another's. */
export type Moment =
  | { readonly kind: 'effect'; readonly at: number; readonly afterMs: number | null }
  | { readonly kind: 'event'; readonly after: string; readonly delayMs: number; readonly victim: Victim };

export interface DriverRequest {
  readonly root: string;
  readonly dataset: string;
  readonly isRebuilt: boolean;
  readonly way: Way;
  /** Folder of `spark-defaults.conf`. */
  readonly configuration: string;
  readonly moment?: Moment;
}

export interface DriverEnd {
  /** Whether the moment came. */
  readonly wasKilled: boolean;
  readonly exitCode: number | null;
  /** As its own events tell: `succeeded`; null when the driver did not come to tell it. */
  readonly status: string | null;
  readonly code: string | null;
  /** The stage that had begun last; null before the first. */
  readonly stage: string | null;
  /** The side effect at which it died; null when it died at another moment. */
  readonly effect: string | null;
  readonly elapsedMs: number;
  /** Milliseconds from the start to the first of each: `start`, `driver`, `stage-started discover`, `stage-ended archive`, `end`. */
  readonly milestones: ReadonlyMap<string, number>;
  readonly words: string;
}

/** Writes `spark-defaults.conf` for drivers that share a metastore, as small as tests need them. Answers its folder. */
export function layConfiguration(folder: string, metastore: string): string {
  const configuration = join(folder, 'spark-conf');
  mkdirSync(configuration);
  const lines = [
    'spark.master local[2]',
    'spark.driver.memory 700m',
    'spark.driver.bindAddress 127.0.0.1',
    'spark.ui.enabled false',
    'spark.sql.shuffle.partitions 1',
    // What runs once on ten rows is done before it would be compiled.
    'spark.sql.codegen.wholeStage false',
    'spark.sql.codegen.factoryMode NO_CODEGEN',
    'spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC',
    `spark.local.dir ${join(folder, 'spark-local')}`,
    `spark.sql.warehouse.dir file://${join(folder, 'warehouse')}`,
    `spark.hadoop.hive.metastore.uris ${metastore}`,
  ];
  writeFileSync(join(configuration, 'spark-defaults.conf'), `${lines.join('\n')}\n`);
  return configuration;
}

const pipes: SpawnOptionsWithStdioTuple<StdioNull, StdioPipe, StdioPipe>['stdio'] = [
  'ignore',
  'pipe',
  'pipe',
];

/** `pistevo publish` in a project, for those who submit the scripts. */
export function publish(root: string): void {
  const { status, stderr } = spawnSync(process.execPath, [commandLine, 'publish'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`pistevo publish ended with ${status}: ${stderr}`);
}

/** Runs a driver in processes of its own to its end, natural or not. When it was killed, all of them are gone. */
export async function runDriver(request: DriverRequest): Promise<DriverEnd> {
  const { root, moment } = request;
  const started = performance.now();
  const note = join(root, 'killed-at.txt');
  rmSync(note, { force: true });
  const child = start(request, note);
  const milestones = new Map([['start', 0]]);
  let status: string | null = null;
  let code: string | null = null;
  let stage: string | null = null;
  let wasKilled = false;
  let timer: NodeJS.Timeout | null = null;
  const pass = (name: string) => {
    if (!milestones.has(name)) milestones.set(name, performance.now() - started);
    if (moment?.kind !== 'event' || moment.after !== name || timer !== null) return;
    timer = setTimeout(() => {
      wasKilled = killFamily(child.pid, moment.victim);
    }, moment.delayMs);
  };
  let words = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = eventOf(line);
    if (event === null) words = `${words}${line}\n`.slice(-lastWords);
    else if (event.kind === 'stage-started' || event.kind === 'stage-ended') {
      if (event.kind === 'stage-started') stage = event.stage;
      pass(`${event.kind} ${event.stage}`);
    } else if (event.kind === 'run-ended' || event.kind === 'outcome') {
      status = event.status;
      code = event.code ?? null;
      words = `${words}${event.reason ?? ''}\n`;
    } else pass(event.kind);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-lastWords);
  });
  let family: readonly number[] = [];
  // Who belongs to it is only told while all of them live.
  const look = setInterval(() => {
    family = [...new Set([...family, ...descendants(child.pid)])];
  }, lookMs);
  pass('start');
  const [exitCode, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...ending) => resolve(ending));
  });
  if (timer !== null) clearTimeout(timer);
  clearInterval(look);
  if (moment !== undefined) await untilGone(family);
  const effect = readNote(note);
  milestones.set('end', performance.now() - started);
  return {
    wasKilled: wasKilled || (effect !== null && (signal === 'SIGKILL' || status === 'failed')),
    exitCode,
    status,
    code,
    stage,
    effect,
    elapsedMs: performance.now() - started,
    milestones,
    words,
  };
}

function start(
  { root, dataset, isRebuilt, way, configuration, moment }: DriverRequest,
  note: string,
): ChildProcessByStdio<null, Readable, Readable> {
  const prepared = prepareSpark('3.5');
  if (prepared.kind === 'missing') throw new Error(prepared.what);
  const submit = join(dirname(prepared.python), 'spark-submit');
  const env = {
    ...prepared.env,
    PISTEVO_SPARK_SUBMIT: submit,
    SPARK_CONF_DIR: configuration,
    PYSPARK_PYTHON: prepared.python,
    PYSPARK_DRIVER_PYTHON: prepared.python,
    PYTHONUNBUFFERED: '1',
    ...(moment?.kind === 'effect' && {
      PISTEVO_KILL_AT: String(moment.at),
      PISTEVO_KILL_MS: moment.afterMs === null ? '' : String(moment.afterMs),
      PISTEVO_KILL_NOTE: note,
      PYTHONPATH: ['test/parity/killing', 'test/parity'].map((path) => join(repository, path)).join(':'),
    }),
  };
  const options = { cwd: root, env, stdio: pipes };
  const scripts = join(repository, 'scripts');
  if (way === 'cli') {
    const words = isRebuilt ? ['reprocess', dataset, '--rebuild'] : ['run', dataset];
    return spawn(process.execPath, [commandLine, ...words, '--engine', 'spark', '--json'], options);
  }
  const words = [
    ...['--py-files', `${join(scripts, 'process.py')},${join(scripts, 'utils.py')}`],
    ...[join(scripts, 'ingest_dataset.py'), '--dataset_name', dataset, '--events'],
    ...(isRebuilt ? ['--rebuild'] : []),
  ];
  // A group of its own, as a terminal or a scheduler would give it.
  return spawn(submit, words, { ...options, detached: true });
}

type Told =
  | RunEvent
  | { readonly kind: 'driver' }
  | (Pick<Extract<RunEvent, { kind: 'run-ended' }>, 'status' | 'code' | 'reason'> & {
      readonly kind: 'outcome';
    });

function eventOf(line: string): Told | null {
  const text = line.startsWith('PISTEVO ') ? line.slice('PISTEVO '.length) : line;
  // A killed driver can leave half a line.
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  return JSON.parse(text) as Told;
}

function readNote(note: string): string | null {
  try {
    return readFileSync(note, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
