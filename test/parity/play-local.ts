import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NewEvent } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import { runDataset } from '../../engine/local/run-dataset.ts';
import type { RunOutcome } from '../../engine/runs/run-outcome.ts';
import { localTable, type TypedTable } from './typed-rows.ts';

/** One run of one dataset, as both engines are asked for it. */
export interface Play {
  readonly plan: Plan;
  /** Folder of the engine's own copy of the project. */
  readonly root: string;
  readonly runId: string;
  /** The moment that the run takes for now. */
  readonly at: Date;
  readonly maskKey: string;
}

/** What a run left behind, as far as every engine has to agree on it. */
export interface Played {
  readonly outcome: RunOutcome;
  readonly events: readonly NewEvent[];
  /** null: there is no such table. */
  readonly target: TypedTable | null;
  readonly quarantine: TypedTable | null;
}

/** What is compared of a quarantine: the moment of staging is each engine's own. */
export const quarantineColumns =
  'run_id, file_name, record, line, length, reasons, staged, resolved_run' as const;

export async function playLocal({ plan, root, runId, at, maskKey }: Play): Promise<Played> {
  const events: NewEvent[] = [];
  const outcome = await runDataset({
    plan,
    root,
    runId,
    command: `parity ${plan.dataset}`,
    now: () => at,
    signal: new AbortController().signal,
    emit: (event) => events.push(event),
    maskKey,
    threads: 1,
  });
  const file = join(root, plan.targetPath, `${plan.schema}.duckdb`);
  const ask = async (view: string, columns: string): Promise<TypedTable | null> => {
    if (!existsSync(file)) return null;
    try {
      return await localTable(file, `SELECT ${columns} FROM "${view}"`);
    } catch (error) {
      if (/does not exist/i.test(String(error))) return null;
      throw error;
    }
  };
  return {
    outcome,
    events,
    target: await ask(plan.dataset, '*'),
    quarantine: await ask(`${plan.dataset}_quarantine`, quarantineColumns),
  };
}
