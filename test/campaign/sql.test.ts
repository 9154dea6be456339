import { expect, test } from 'vitest';
import { sqlCampaign } from './sql.ts';

test('whatever is typed is read without a throw, and what is told of it lies in the text', () => {
  const { runs, broken, faults } = sqlCampaign({ runs: 400, seed: 7, say: () => undefined });
  expect(faults).toEqual([]);
  expect(broken).toBeGreaterThan(runs / 2);
});
