import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../core/contracts/report.ts';
import { listRuns } from '../../engine/runs/list-runs.ts';
import { sampleDeliveries } from '../../samples/deliveries.ts';
import { type DatasetName, datasets } from '../../samples/delivery.ts';
import { type ExpectedRuns, expectedRuns } from '../../samples/generate.ts';
import { createModelState, type ModelRun } from '../../samples/model/run.ts';
import { modelTables } from '../../samples/model/tables.ts';
import { runPistevo } from '../conformance/command.ts';

const repository = join(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'pistevo-example-'));
const state = createModelState();
const deliveries = sampleDeliveries();
const expected: readonly ExpectedRuns[] = expectedRuns(deliveries, state);
/** Reports of each delivery's runs, by dataset. */
const reports: Map<DatasetName, Report>[] = [];

async function runDelivery(name: string): Promise<Map<DatasetName, Report>> {
  for (const dataset of datasets) {
    cpSync(join(repository, 'samples/deliveries', name, dataset), join(root, 'source', dataset), {
      recursive: true,
    });
  }
  await runPistevo(root, ['run', '--all']);
  const found = new Map<DatasetName, Report>();
  for (const dataset of datasets) {
    const run = listRuns(root, dataset)[0];
    if (run === undefined) throw new Error(`${dataset} was not run`);
    found.set(
      dataset,
      JSON.parse(await runPistevo(root, ['report', run.runId, '--format', 'json'])) as Report,
    );
  }
  return found;
}

beforeAll(async () => {
  for (const folder of ['conf', 'schema', 'sql_scripts'])
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  for (const { name } of deliveries) reports.push(await runDelivery(name));
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a report says, in the words of the model. */
function inModelWords(report: Report): Omit<ModelRun, 'dataset'> {
  const { files: _files, bytes: _bytes, ...counts } = report.counts;
  return {
    counts,
    malformed: Object.fromEntries(
      report.malformed.filter(({ count }) => count > 0).map(({ reason, count }) => [reason, count]),
    ),
    rules: Object.fromEntries(
      report.rules.filter(({ failing }) => failing > 0).map(({ id, failing }) => [id, failing]),
    ),
    files: report.files
      .filter(({ state: found }) => found !== 'ignored')
      .map(({ file, state: found, records, malformed, blankLines }) => ({
        file,
        state: found,
        records,
        malformed,
        blankLines,
      }))
      .sort((left, right) => (left.file < right.file ? -1 : 1)) as ModelRun['files'],
    drift: report.drift,
  };
}

async function targetRows(dataset: DatasetName): Promise<Record<string, unknown>[]> {
  const { columns, key } = modelTables[dataset];
  const instance = await DuckDBInstance.create(join(root, 'target/billing.duckdb'), {
    access_mode: 'READ_ONLY',
  });
  const connection = await instance.connect();
  const cells = columns.map(({ name, type }) =>
    type === 'date' ? `strftime(${name}, '%Y-%m-%d') AS ${name}` : name,
  );
  const reader = await connection.runAndReadAll(
    `SELECT ${cells.join(', ')} FROM billing.${dataset} ORDER BY ${key}`,
  );
  const rows = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

const cases = expected.flatMap(({ delivery, runs }, index) =>
  runs.map((run) => ({ delivery, dataset: run.dataset, index, run })),
);

describe('the example project, ingested by the command line', () => {
  it.each(cases)(
    'reports $delivery of $dataset exactly as the model of the contract says',
    ({ dataset, index, run }) => {
      const report = reports[index]?.get(dataset);
      if (report === undefined) throw new Error('there is a report of every run');
      const { dataset: _, ...said } = run;
      expect(report.status).toBe('succeeded');
      expect(inModelWords(report)).toEqual(said);
    },
  );

  it.each(datasets)('holds exactly the rows of %s that the model says', async (dataset) => {
    const key = modelTables[dataset].key;
    const rows = [...state.tables[dataset].values()];
    const sorted = rows.sort((left, right) => (String(left[key]) < String(right[key]) ? -1 : 1));
    expect(await targetRows(dataset)).toEqual(sorted);
  });

  it('takes every delivered file out of the source', () => {
    for (const dataset of datasets) {
      for (const { file } of expected.flatMap(({ runs }) => runs.flatMap((run) => run.files))) {
        expect(existsSync(join(root, 'source', dataset, file)), file).toBe(false);
      }
    }
  });

  it('finds nothing to do when it is run once more', async () => {
    await runPistevo(root, ['run', '--all']);
    for (const dataset of datasets) expect(listRuns(root, dataset)[0]?.status).toBe('no_input');
  });
});
