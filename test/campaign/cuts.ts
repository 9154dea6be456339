import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProject } from '../../core/model/load-project.ts';
import { buildPlan } from '../../core/plan/build-plan.ts';
import { createRandom } from '../../samples/random.ts';
import { differences } from '../parity/compare.ts';
import type { SparkWorker } from '../parity/spark-worker.ts';
import type { TypedTable } from '../parity/typed-rows.ts';

const schema = `tables:
  people:
    columns:
      id: { type: string, required: true }
      age: { type: int, min: 0 }
      at: { type: date }
`;
const config = (name: string) => `target_path: target/
archive_path: archive/
target_schema: ${name}
sources:
  people: { path: source/people/, merge_key: id, cdc_key: at, expect: { max_bad: 1 } }
`;
const deliveries = [
  {
    'one.csv': 'id,age,at\nA,1,2026-01-01\nB,-1,2026-01-01\nC,3,2026-01-01\n',
    'two.csv': 'id,age,at\nD,4,1/1/2026\n',
  },
  { 'three.csv': 'id,age,at\nA,9,2026-02-01\nE,x,2026-02-01\nC,3,2026-01-01,surplus\nF,6,2026-02-01\n' },
];
const minuteMs = 60_000;
const started = Date.UTC(2026, 2, 1);

/** Where a run is cut: after so many deliveries that were taken in peace, before so manieth side effect. */
interface CutCase {
  readonly name: string;
  readonly before: number;
  readonly cutAt?: number;
}

interface Left {
  readonly target: TypedTable | null;
  readonly quarantine: TypedTable | null;
}

export interface CutResult {
  /** Runs that were really cut off. */
  readonly hits: number;
  readonly faults: readonly string[];
}

export interface CutOptions {
  readonly cuts: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

/**
 * Cuts runs off at seeded side effects, looks at what readers find then, runs again, and compares with runs that nothing
 * disturbed: rows, quarantine, files.
 */
export async function cutCampaign(worker: SparkWorker, { cuts, seed, say }: CutOptions): Promise<CutResult> {
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-cuts-'));
  const random = createRandom(seed);
  const faults: string[] = [];
  let hits = 0;
  try {
    const whole = [];
    for (const before of deliveries.keys()) {
      whole.push(await playCut(worker, folder, { name: `whole_${seed}_${before}`, before }));
    }
    for (let index = 1; index <= cuts; index += 1) {
      const before = random.int(0, deliveries.length - 1);
      const undisturbed = whole[before];
      if (undisturbed === undefined) throw new Error('no undisturbed run');
      const cutAt = random.int(1, undisturbed.effects);
      const cut = await playCut(worker, folder, { name: `cut_${seed}_${index}`, before, cutAt });
      if (cut.wasCut) hits += 1;
      const where = `cut ${index}, delivery ${before + 1}, side effect ${cutAt} of ${undisturbed.effects}`;
      const found = [...unsound(cut, undisturbed)].map((fault) => `${where}: ${fault}`);
      for (const fault of found) say?.(fault);
      faults.push(...found);
      if (index % 10 === 0) say?.(`${index} of ${cuts} cuts, ${faults.length} faults`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { hits, faults };
}

interface PlayedCut {
  readonly effects: number;
  /** Before the run, right after it was cut, and after it was run again. */
  readonly before: Left;
  readonly after: Left;
  readonly resumed: Left;
  readonly wasCut: boolean;
  readonly status: string;
  readonly waiting: readonly string[];
  readonly archived: readonly string[];
}

async function playCut(worker: SparkWorker, folder: string, cut: CutCase): Promise<PlayedCut> {
  const root = join(folder, cut.name);
  const plan = buildPlan(loadProject({ config: config(cut.name), schema }), 'people');
  let runs = 0;
  const play = (cutAt?: number) => {
    runs += 1;
    const runId = `20260301T${String(100_000 + runs)}Z-people-0000`;
    const at = new Date(started + runs * minuteMs);
    return worker.cut({ plan, root, runId, at, maskKey: '', ...(cutAt !== undefined && { cutAt }) });
  };
  let before: Left = { target: null, quarantine: null };
  for (const files of deliveries.slice(0, cut.before)) {
    lay(root, files);
    before = await play();
  }
  lay(root, deliveries[cut.before] ?? {});
  const after = await play(cut.cutAt);
  const resumed = cut.cutAt === undefined ? after : await play();
  const list = (where: string) =>
    readdirSync(join(root, where), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.csv'),
    );
  return {
    effects: after.effects,
    before,
    after,
    resumed,
    wasCut: after.outcome === null,
    status: resumed.outcome?.status ?? 'none',
    waiting: list('source'),
    archived: list('archive')
      .map((file) => file.split('/').at(-1) ?? file)
      .toSorted(),
  };
}

function* unsound(cut: PlayedCut, whole: PlayedCut): Generator<string> {
  const isOld = same(cut.after.target, cut.before.target);
  if (!isOld && !same(cut.after.target, whole.after.target))
    yield 'readers find a table that is neither old nor new';
  if (!['succeeded', 'no_input'].includes(cut.status)) yield `the next run ended with ${cut.status}`;
  if (!same(cut.resumed.target, whole.after.target)) yield 'the next run leaves another table';
  if (!same(withoutRuns(cut.resumed.quarantine), withoutRuns(whole.after.quarantine)))
    yield 'the next run leaves another quarantine';
  if (cut.waiting.length > 0) yield `${cut.waiting.join()} still wait in the source`;
  if (cut.archived.join() !== whole.archived.join()) yield `the archive holds ${cut.archived.join()}`;
}

function same(left: TypedTable | null, right: TypedTable | null): boolean {
  if (left === null || right === null)
    return (left?.rows.length ?? 0) === 0 && (right?.rows.length ?? 0) === 0;
  return differences('', left, right).length === 0;
}

/** Which run set a record aside differs, when a run had to be made twice. */
function withoutRuns(table: TypedTable | null): TypedTable | null {
  return table === null ? null : { ...table, rows: table.rows.map((row) => row.slice(1, -1)) };
}

function lay(root: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(root, 'source/people'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'source/people', name), text);
}
