import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { deliver, deliveries, projectOf, referenceOf, setups } from '../../core/plan/support/random-cases.ts';
import { type Expected, referenceRun } from '../../core/plan/support/reference-run.ts';
import { openSparkPlayer } from '../support/play-spark.ts';
import { openSparkSql, type SparkSql, sparkPython } from '../support/spark-sql.ts';

const python = sparkPython(process.env['SPARK_VERSION']);
const cases = Number(process.env['SPARK_PLAN_CASES'] ?? 3);
let spark: SparkSql;
beforeAll(async () => {
  if (python !== null) spark = await openSparkSql(python);
}, 120_000);
afterAll(() => spark?.close());

describe.skipIf(python === null)('the Spark texts of a plan', () => {
  test('give the rows, reasons and counts that the contract gives row by row', async () => {
    await fc.assert(
      fc.asyncProperty(setups, deliveries, async (choice, given) => {
        const project = projectOf(choice);
        const play = await openSparkPlayer(spark, buildPlan(project, 'events'), { _parent_0: ['1', '2'] });
        let before: Expected['target'] = [];
        for (const rows of given) {
          const delivery = deliver(choice, rows);
          const expected = referenceRun(referenceOf(choice, project), before, delivery);
          const played = await play(delivery);
          expect(played.reasons).toEqual(expected.reasons);
          expect(played.rejected).toEqual(expected.rejected);
          expect(played.target).toEqual(expected.target);
          expect(played.counts).toEqual(expected.counts);
          before = expected.target;
        }
      }),
      { seed: 20240117, numRuns: cases, endOnFailure: true },
    );
  }, 600_000);
});
