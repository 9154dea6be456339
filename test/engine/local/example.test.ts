import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProject } from './fixture.ts';

const repository = join(import.meta.dirname, '../../..');
const deliveries = join(repository, 'samples/deliveries');

interface ExpectedRun {
  readonly dataset: string;
  readonly counts: object;
  readonly malformed: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, number>>;
  readonly files: readonly {
    readonly file: string;
    readonly state: string;
    readonly records: number;
    readonly malformed: number;
  }[];
  readonly drift: readonly object[];
}

test('the example project comes out as its generator foretells: counts, rules, files and drift', async () => {
  const read = (path: string) => readFile(join(repository, path), 'utf8');
  const project = await createProject({
    config: await read('conf/config.yaml'),
    schema: await read('schema/tables_schema.yaml'),
  });
  const expected = JSON.parse(await readFile(join(deliveries, 'expected.json'), 'utf8')) as readonly {
    readonly delivery: string;
    readonly runs: readonly ExpectedRun[];
  }[];
  for (const { delivery, runs } of expected) {
    await cp(join(deliveries, delivery), join(project.root, 'source'), { recursive: true });
    for (const run of runs) {
      const { outcome, events } = await project.run(run.dataset);
      expect([delivery, run.dataset, outcome.status, outcome.counts]).toEqual([
        delivery,
        run.dataset,
        'succeeded',
        expect.objectContaining(run.counts),
      ]);
      const failing = events.flatMap((event) =>
        event.kind === 'rule-result' && event.failing > 0 ? [[event.rule, event.failing] as const] : [],
      );
      expect(Object.fromEntries(failing)).toEqual({ ...run.malformed, ...run.rules });
      const states = new Map(
        events.flatMap((event) => (event.kind === 'file-seen' ? [[event.file, event.state] as const] : [])),
      );
      for (const file of run.files)
        expect([file.file, states.get(file.file)]).toEqual([file.file, file.state]);
      expect(events.flatMap((event) => (event.kind === 'drift-seen' ? [event.file] : []))).toEqual(
        run.drift.map((drift) => (drift as { file: string }).file),
      );
    }
  }
  for (const dataset of ['patients', 'provider', 'claim'])
    expect((await project.run(dataset)).outcome.status).toBe('no_input');
});
