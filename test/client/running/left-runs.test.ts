import { expect, test } from 'vitest';
import { openLeftRuns } from '../../../client/running/left-runs.ts';
import type { RunRequest } from '../../../client/running/run-request.ts';

const request: RunRequest = {
  folder: '/p',
  datasets: ['a'],
  mode: 'ingest',
  engine: 'local',
  environment: null,
};

/** The editor's store: what is updated is there at once, also for a store that is opened later. */
function memento() {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(name: string, otherwise?: T) => (kept.get(name) ?? otherwise) as T,
    update: async (name: string, value: unknown) => void kept.set(name, JSON.parse(JSON.stringify(value))),
  };
}

test('what was running when the window went is known afterwards, with what was asked', async () => {
  const store = memento();
  const before = openLeftRuns(store);
  await Promise.all([before.add({ runId: '1', request }), before.add({ runId: '2', request })]);
  await before.remove(['1']);
  expect(openLeftRuns(store).all()).toEqual([{ runId: '2', request }]);
});
