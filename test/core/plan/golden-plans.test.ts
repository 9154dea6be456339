import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkProject } from '../../../core/checks/check-project.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { goldenFolder, goldenProjects } from '../../parity/golden-projects.ts';

/** `PISTEVO_GOLDEN=write npm test -- golden-plans` writes them anew; the difference is for whoever reads the change. */
const isWritten = process.env['PISTEVO_GOLDEN'] === 'write';

it.each(goldenProjects())('the plans of golden project $name are what they were', (golden) => {
  const loaded = loadProject({ config: golden.config, schema: golden.schema(0) });
  expect(checkProject(loaded).filter(({ severity }) => severity === 'error')).toEqual([]);
  const plans = golden.datasets.map((dataset) => buildPlan(loaded, dataset));
  const text = `${JSON.stringify(plans, null, 1)}\n`;
  const file = join(goldenFolder, `${golden.name}.plans.json`);
  if (isWritten) writeFileSync(file, text);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(text));
});
