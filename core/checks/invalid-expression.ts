import type { Discovery, ProjectCheck } from './check.ts';
import { writtenExpressions } from './support/written-expressions.ts';

/** A condition that is not an expression of the closed grammar of checks. */
export const invalidExpression: ProjectCheck = {
  code: 'invalid-expression',
  severity: 'error',
  title: 'A condition cannot be read',
  runDataset({ project }) {
    return writtenExpressions(project).flatMap(({ errors, place }) =>
      errors.map(({ message, range }): Discovery => {
        return { ...place(range), message };
      }),
    );
  },
};
