import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProject } from '../../core/checks/check-project.ts';
import { loadProject } from '../../core/model/load-project.ts';
import { buildPlan } from '../../core/plan/build-plan.ts';
import type { Cut, CutPlay, LeftBehind, SparkWorker } from '../parity/spark-worker.ts';
import { type State, stateOf } from './sound-state.ts';
import type { Scenario, Step } from './spark-scenarios.ts';

const minuteMs = 60_000;
const started = Date.UTC(2026, 2, 1);

/** A run of a scenario, and what it does when nothing disturbs it. */
export interface Undisturbed {
  readonly scenario: Scenario;
  /** Which of the scenario's runs, from 0. */
  readonly at: number;
  readonly step: Step;
  /** Names of its side effects, in their order. */
  readonly effects: readonly string[];
  /** null before the first run of its dataset. */
  readonly before: State | null;
  readonly after: State;
}

/** A scenario as it goes when nothing disturbs it. */
export interface PlayedScenario {
  readonly scenario: Scenario;
  readonly runs: readonly Undisturbed[];
}

export type Player = ReturnType<typeof playerOf>;

type Clock = () => Date;

/** A clock on which a minute passes from look to look: the same for every campaign. */
function minutes(): Clock {
  let looks = 0;
  return () => {
    looks += 1;
    return new Date(started + looks * minuteMs);
  };
}

/** Plays runs of a scenario inside a warm Spark, in a folder and a schema of their own. */
export function playerOf(
  worker: SparkWorker,
  folder: string,
  scenario: Scenario,
  schema: string,
  now: Clock = minutes(),
) {
  const root = join(folder, schema);
  const texts = { config: scenario.config(schema), schema: scenario.schema };
  const project = loadProject(texts);
  const [wrong] = checkProject(project).filter(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`${scenario.name}: ${wrong.message}`);
  mkdirSync(join(root, 'conf'), { recursive: true });
  mkdirSync(join(root, 'schema'));
  writeFileSync(join(root, 'conf/config.yaml'), texts.config);
  writeFileSync(join(root, 'schema/tables_schema.yaml'), texts.schema);
  return {
    root,
    schema,
    lay: ({ dataset, files }: Step) => {
      mkdirSync(join(root, 'source', dataset), { recursive: true });
      for (const [name, text] of Object.entries(files)) {
        const file = join(root, 'source', dataset, name);
        writeFileSync(file, text);
        utimesSync(file, started / 1000, started / 1000);
      }
    },
    play: ({ dataset, isRebuilt = false }: Step, cut: Cut = {}): Promise<CutPlay> => {
      const at = now();
      const runId = `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${dataset}-0000`;
      return worker.cut(
        { plan: buildPlan(project, dataset), root, runId, at, maskKey: '' },
        { ...cut, isRebuilt },
      );
    },
    look: ({ dataset }: Step): Promise<LeftBehind> => worker.look(buildPlan(project, dataset)),
    stateOf: ({ dataset }: Step, left: LeftBehind): State => stateOf(root, dataset, left),
    forget: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Plays a scenario without disturbing it when it is asked for first, and remembers how it went. */
export function wholeScenarios(worker: SparkWorker, folder: string) {
  const played = new Map<string, Promise<PlayedScenario>>();
  return (scenario: Scenario): Promise<PlayedScenario> => {
    const known = played.get(scenario.name) ?? playWhole(worker, folder, scenario);
    played.set(scenario.name, known);
    return known;
  };
}

/** Plays all runs of a scenario, each to its end. */
async function playWhole(worker: SparkWorker, folder: string, scenario: Scenario): Promise<PlayedScenario> {
  const player = playerOf(worker, folder, scenario, `whole_${scenario.name}`);
  const states = new Map<string, State>();
  const runs: Undisturbed[] = [];
  for (const [at, step] of scenario.steps.entries()) {
    player.lay(step);
    const left = await player.play(step);
    if (left.outcome?.status !== 'succeeded')
      throw new Error(`an undisturbed run ended with ${JSON.stringify(left.outcome)}`);
    const after = player.stateOf(step, left);
    const before = states.get(step.dataset) ?? null;
    runs.push({ scenario, at, step, effects: left.effects, before, after });
    states.set(step.dataset, after);
  }
  player.forget();
  return { scenario, runs };
}
