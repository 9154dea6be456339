import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleDeliveries } from '../../samples/deliveries.ts';
import { expectedRuns, writeSamples } from '../../samples/generate.ts';
import { createModelState } from '../../samples/model/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'pistevo-samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const committed = join(import.meta.dirname, '../../samples/deliveries');

function filesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
}

describe('the sample deliveries', () => {
  it('come out of the generator byte for byte as committed', () => {
    writeSamples(folder);
    expect(filesUnder(folder)).toEqual(filesUnder(committed));
    for (const file of filesUnder(folder)) {
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(committed, file))), file).toBe(true);
    }
  });

  it('stay small enough to live in the repository', () => {
    const sizes = filesUnder(committed).map((file) => statSync(join(committed, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
  });

  it('hold every defect that the contract names', () => {
    const [first] = expectedRuns(sampleDeliveries());
    const rules = Object.assign({}, ...(first?.runs ?? []).map((run) => run.rules));
    const malformed = Object.assign({}, ...(first?.runs ?? []).map((run) => run.malformed));
    const kinds = new Set(Object.keys(rules).map((id) => id.split(':')[0]));
    expect([...kinds].sort()).toEqual([
      'cast',
      'check',
      'key',
      'min',
      'pattern',
      'references',
      'required',
      'valid_vals',
    ]);
    expect(Object.keys(malformed).sort()).toEqual([
      'malformed:encoding',
      'malformed:fields',
      'malformed:nul',
      'malformed:quote',
    ]);
  });

  it('keep every delivery below the gate of its dataset', () => {
    for (const { runs } of expectedRuns(sampleDeliveries())) {
      for (const { counts, dataset } of runs) {
        const share = (counts.malformed + counts.quarantined) / counts.records;
        expect(share, dataset).toBeLessThan(dataset === 'claim' ? 0.15 : 0.1);
        expect(counts.inserted).toBeGreaterThan(0);
      }
    }
  });

  it('bring with the delta each way a record can end', () => {
    const [, delta] = expectedRuns(sampleDeliveries());
    const claim = delta?.runs.find((run) => run.dataset === 'claim')?.counts;
    for (const name of [
      'inserted',
      'updated',
      'unchanged',
      'superseded',
      'stale',
      'retried',
      'quarantined',
    ] as const) {
      expect(claim?.[name], name).toBeGreaterThan(0);
    }
    expect(delta?.runs.flatMap((run) => run.files.map((file) => file.state))).toEqual(
      expect.arrayContaining(['new', 'leftover', 'redelivered']),
    );
  });
});

describe("the samples' model of the contract", () => {
  it('lets no record vanish: every count adds up', () => {
    for (const { runs } of expectedRuns(sampleDeliveries())) {
      for (const { counts } of runs) {
        expect(counts.malformed + counts.accepted).toBe(counts.records);
        expect(
          counts.quarantined +
            counts.inserted +
            counts.updated +
            counts.unchanged +
            counts.superseded +
            counts.stale +
            counts.deleted,
        ).toBe(counts.accepted);
      }
    }
  });

  it('keeps nothing of a masked column', () => {
    const state = createModelState();
    expectedRuns(sampleDeliveries(), state);
    for (const row of [...state.tables.patients.values(), ...state.tables.provider.values()]) {
      expect([row['fname'], row['lname'], row['address']]).toEqual([null, null, null]);
    }
  });

  it('finds nothing new when the first load is delivered once more', () => {
    const [first] = sampleDeliveries();
    if (first === undefined) throw new Error('there is a first load');
    const [, again] = expectedRuns([first, first]);
    for (const run of again?.runs ?? []) {
      expect(run.counts.records).toBe(0);
      expect(run.files.every((file) => file.state !== 'new')).toBe(true);
    }
  });
});
