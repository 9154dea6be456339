import { expect, test } from 'vitest';
import { killCampaign } from './kill.ts';

test('a run killed anywhere and run again loses no row, doubles none and leaks no masked value', async () => {
  const result = await killCampaign({ runs: 20, seed: 11, size: { patients: 60, claims: 300 } });
  expect(result.faults).toEqual([]);
  expect(result.kills).toBe(20);
}, 240_000);
