import { cpSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../core/contracts/event.ts';
import { type Measured, runMeasured } from './run-measured.ts';
import { patientCount, providerCount, writePeople } from './write-claims.ts';

export type Masking = 'null' | 'hash';

export const benchConfig = `target_path: target/
target_schema: billing
sources:
  patients: { path: source/patients/, merge_key: patient_id, cdc_key: last_modified_date }
  provider: { path: source/provider/, merge_key: provider_id, cdc_key: '' }
  claim: { path: source/claim/, merge_key: claim_id, cdc_key: last_modified_date }
`;

export const benchSchema = (masking: Masking) => `tables:
  patients:
    columns:
      patient_id: { type: string, required: true }
      last_modified_date: { type: date }
  provider:
    columns:
      provider_id: { type: string, required: true }
      last_modified_date: { type: date }
  claim:
    columns:
      claim_id: { type: string, required: true }
      patient_id: { type: string, required: true, references: patients.patient_id }
      provider_id: { type: string, references: provider.provider_id }
      member_name: { type: string${masking === 'hash' ? ', mask: hash' : ''} }
      visit_type: { type: string, valid_vals: [physical, routine, illness, surgery] }
      total_cost: { type: double, min: 0 }
      coverage_type: { type: int, valid_vals: [100, 50, 0] }
      date_of_service: { type: date }
      claim_date: { type: date }
      billed: { type: string, valid_vals: [T, F] }
      last_modified_date: { type: date }
    checks:
      - name: claimed_after_service
        expr: claim_date >= date_of_service
      - name: free_visits_are_routine
        expr: total_cost > 0 OR visit_type IN ('routine', 'physical')
        severity: warn
${masking === 'null' ? '    mask: [member_name]\n' : ''}`;

export const commandLine = join(import.meta.dirname, '../../dist/cli/pistevo.js');

export interface IngestRun extends Measured {
  readonly events: readonly RunEvent[];
  /** Of the archive stage, which copies the source and verifies the copy. */
  readonly archiveSeconds: number;
  /** From the start of the command to the first event that names staged rows. */
  readonly firstRowSeconds: number | null;
}

/** `pistevo run` as a process of its own, from command to exit code. */
export async function runIngest(project: string, datasets: readonly string[]): Promise<IngestRun> {
  const measured = await runMeasured(process.execPath, [commandLine, 'run', ...datasets, '--json'], {
    cwd: project,
    env: { PISTEVO_MASK_KEY: 'a key for benchmarks only' },
  });
  const stamped = measured.lines.map(({ afterSeconds, text }) => ({
    afterSeconds,
    event: JSON.parse(text) as RunEvent,
  }));
  const events = stamped.map(({ event }) => event);
  const archived = events
    .filter((event) => event.kind === 'stage-ended')
    .filter(({ stage }) => stage === 'archive');
  const firstRow = stamped.find(
    ({ event }) => event.kind === 'stage-progress' && event.stage !== 'discover' && event.rows > 0,
  );
  return {
    ...measured,
    events,
    archiveSeconds: archived.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000,
    firstRowSeconds: firstRow?.afterSeconds ?? null,
  };
}

/** A project whose patients and providers are in the tables already: the state before each measured run of claims. */
export async function prepareTemplate(folder: string, masking: Masking): Promise<void> {
  mkdirSync(join(folder, 'conf'), { recursive: true });
  mkdirSync(join(folder, 'schema'), { recursive: true });
  for (const dataset of ['patients', 'provider', 'claim'])
    mkdirSync(join(folder, 'source', dataset), { recursive: true });
  writeFileSync(join(folder, 'conf/config.yaml'), benchConfig);
  writeFileSync(join(folder, 'schema/tables_schema.yaml'), benchSchema(masking));
  writePeople(join(folder, 'source/patients/patients.csv'), 'patient_id', 'P', patientCount);
  writePeople(join(folder, 'source/provider/provider.csv'), 'provider_id', 'R', providerCount);
  await runIngest(folder, ['patients', 'provider']);
}

/** A fresh copy of a template with one file of claims to ingest (a hard link: copying is not what is measured). */
export function layProject(template: string, folder: string, claims: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  cpSync(template, folder, { recursive: true });
  linkSync(claims, join(folder, 'source/claim/claims.csv'));
}
