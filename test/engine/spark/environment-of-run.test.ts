import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadProject } from '../../../core/model/load-project.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { environmentOfRun } from '../../../engine/spark/environment-of-run.ts';

const config = (source: string) => `target_path: target/
target_schema: billing
sources:
  people: { path: source/people/, merge_key: id }
  visit: { path: ${source}, merge_key: id }
`;
const schema = `tables:
  people: { columns: { id: { type: string } } }
  visit: { columns: { id: { type: string }, person: { type: string, references: people.id } } }
`;

/** The driver's Java options for a run of visits, where files of these sizes lie. */
async function optionsOf(bytes: Record<string, number>, source = 'source/visit/', own?: string) {
  const root = mkdtempSync(join(tmpdir(), 'pistevo-sized-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, size] of Object.entries(bytes)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), '');
    truncateSync(join(root, name), size);
  }
  const plan = buildPlan(loadProject({ config: config(source), schema }), 'visit');
  const environment = own === undefined ? {} : { SPARK_SUBMIT_OPTS: own };
  return (await environmentOfRun({ root, plan, environment }))['SPARK_SUBMIT_OPTS'];
}

const quick = '-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m';
const patient = '-XX:CompileThresholdScaling=6';
const much = 33 * 1024 * 1024;

describe('the Java of a driver', () => {
  it('compiles quickly where the delivery is small, or there is none yet', async () => {
    expect(await optionsOf({ 'source/visit/a.csv': 1000 })).toBe(quick);
    expect(await optionsOf({})).toBe(quick);
  });

  it('compiles well, and only what is worth it, where the delivery, the table or a referenced table is large', async () => {
    expect(await optionsOf({ 'source/visit/2026/a.csv': much })).toBe(patient);
    expect(await optionsOf({ 'target/visit__v/run/data/a.parquet': much })).toBe(patient);
    expect(await optionsOf({ 'target/people__v/run/data/a.parquet': much })).toBe(patient);
  });

  it('does so too where the source is elsewhere, and obeys what the user set', async () => {
    expect(await optionsOf({}, 's3a://bucket/visit/')).toBe(patient);
    expect(await optionsOf({ 'source/visit/a.csv': 1000 }, 'source/visit/', '-Xss4m')).toBe(
      `${quick} -Xss4m`,
    );
  });
});
