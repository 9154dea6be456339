import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { openPlayer } from './support/play-plan.ts';
import { deliver, deliveries, projectOf, referenceOf, setups } from './support/random-cases.ts';
import { type Expected, referenceRun } from './support/reference-run.ts';

const cases = Number(process.env['PLAN_CASES'] ?? 50);

test('gives the rows, reasons and counts that the contract gives row by row', async () => {
  await fc.assert(
    fc.asyncProperty(setups, deliveries, async (choice, given) => {
      const project = projectOf(choice);
      const player = await openPlayer(buildPlan(project, 'events'), { _parent_0: ['1', '2'] });
      try {
        let before: Expected['target'] = [];
        for (const rows of given) {
          const delivery = deliver(choice, rows);
          const expected = referenceRun(referenceOf(choice, project), before, delivery);
          const played = await player.play(delivery);
          expect(played.reasons).toEqual(expected.reasons);
          expect(played.rejected).toEqual(expected.rejected);
          expect(played.target).toEqual(expected.target);
          expect(played.counts).toEqual(expected.counts);
          expect(expected.counts['accepted']).toBe(sumOfOutcomes(expected.counts));
          before = expected.target;
        }
      } finally {
        player.close();
      }
    }),
    { seed: 20240117, numRuns: cases },
  );
}, 600_000);

function sumOfOutcomes(counts: Expected['counts']): number {
  const outcomes = ['quarantined', 'inserted', 'updated', 'unchanged', 'superseded', 'stale', 'deleted'];
  return outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}
