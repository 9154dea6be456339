import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProject } from '../../../core/checks/check-project.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { createProjectCache } from '../../../core/model/project-cache.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { mutatedProject } from './support/mutated-project.ts';

test('a project without an error can be planned, whatever was changed in it', () => {
  const cache = createProjectCache();
  let planned = 0;
  fc.assert(
    fc.property(mutatedProject, (texts) => {
      const project = loadProject(texts, { cache });
      if (checkProject(project).some((finding) => finding.severity === 'error')) return;
      for (const { name } of project.datasets) buildPlan(project, name);
      planned += 1;
    }),
    { seed: 20260101, numRuns: 300 },
  );
  // A generator that makes hardly a sound project would prove nothing.
  expect(planned).toBeGreaterThan(50);
});
