import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import type { NewEvent } from '../../../core/contracts/event.ts';
import type { Plan } from '../../../core/contracts/plan.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { runDataset } from '../../../engine/local/run-dataset.ts';
import type { RunRequest } from '../../../engine/local/run-request.ts';
import type { RunOutcome } from '../../../engine/runs/run-outcome.ts';

export interface Ran {
  readonly runId: string;
  readonly outcome: RunOutcome;
  readonly events: readonly NewEvent[];
}

/** A project in a folder of its own, removed after the test. */
export interface TestProject {
  readonly root: string;
  plan(dataset: string): Plan;
  /** A plan whose gate lets any share of bad records through. */
  lenientPlan(dataset: string): Plan;
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Runs a dataset a minute after the run before it. */
  run(dataset: string, options?: Partial<RunRequest>): Promise<Ran>;
  /** Rows of a query over the warehouse opened as a user would; each row as an array of JSON values. */
  query(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** Relative paths of all files below a folder, sorted. */
  files(folder: string): Promise<readonly string[]>;
}

export const people = {
  config: `
target_path: target/
target_schema: lake
sources:
  people:
    path: source/people/
    merge_key: id
    cdc_key: at
`,
  schema: `
tables:
  people:
    columns:
      id: { type: string, required: true }
      name: { type: string }
      age: { type: int, min: 0 }
      at: { type: date }
    mask: [name]
`,
};

export async function createProject(texts: {
  readonly config: string;
  readonly schema: string;
}): Promise<TestProject> {
  const root = await mkdtemp(join(tmpdir(), 'pistevo-local-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  let runs = 0;
  let current = texts;
  const write: TestProject['write'] = async (files) => {
    for (const [path, content] of Object.entries(files)) {
      if (path === 'conf/config.yaml') current = { ...current, config: String(content) };
      if (path === 'schema/tables_schema.yaml') current = { ...current, schema: String(content) };
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
  };
  const plan = (dataset: string): Plan => buildPlan(loadProject(current), dataset);
  return {
    root,
    plan,
    lenientPlan: (dataset) => {
      const strict = plan(dataset);
      return { ...strict, gate: { ...strict.gate, maxBadShare: 1 } };
    },
    write,
    run: async (dataset, options = {}) => {
      runs += 1;
      const runId = `20260101T${String(100000 + runs)}Z-${dataset}-${String(runs).padStart(4, '0')}`;
      const events: NewEvent[] = [];
      const at = new Date(Date.UTC(2026, 0, 1) + runs * 60_000);
      const outcome = await runDataset({
        plan: options.plan ?? plan(dataset),
        root,
        runId,
        command: `pistevo run ${dataset}`,
        now: () => at,
        signal: AbortSignal.any([]),
        threads: 2,
        ...options,
        emit: (event) => {
          events.push(event);
          options.emit?.(event);
        },
      });
      return { runId, outcome, events };
    },
    query: async (sql) => {
      const instance = await DuckDBInstance.create(join(root, 'target/lake.duckdb'), {
        access_mode: 'READ_ONLY',
      });
      const connection = await instance.connect();
      try {
        return (await connection.runAndReadAll(sql)).getRowsJson();
      } finally {
        connection.closeSync();
        instance.closeSync();
      }
    },
    files: async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1))
        .sort();
    },
  };
}
