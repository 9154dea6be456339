import { expect, it } from 'vitest';
import { sparkKillCampaign } from '../campaign/kill-spark.ts';

it('drivers that are killed with SIGKILL are finished or undone by the next, and no reader notices', async () => {
  const result = await sparkKillCampaign({ runs: 1, partial: 0, seed: 20_261_124, scenarios: 1 });
  expect(result.faults).toEqual([]);
  expect(result.kills + result.missed).toBeGreaterThanOrEqual(2);
  expect(result.read).toBeGreaterThan(0);
});
