import { typeExpression } from '../semantics/type-expression.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { conditionTypes, type WrittenExpression, writtenExpressions } from './support/written-expressions.ts';

/** A condition that compares what cannot be compared, or is none. Of broken syntax and unknown columns others tell. */
export const expressionType: ProjectCheck = {
  code: 'expression-type',
  severity: 'error',
  title: 'The types in a condition do not fit',
  runDataset({ project }) {
    return writtenExpressions(project).flatMap((written) => {
      return written.errors.length > 0 ? [] : typeProblems(written);
    });
  },
};

function typeProblems(written: WrittenExpression): readonly Discovery[] {
  const { tree, table, kind, label, unknownColumns, place } = written;
  const { type, problems } = typeExpression(tree, conditionTypes(table), { aggregates: kind === 'table' });
  const isTold = (start: number): boolean => unknownColumns.some(({ range }) => range.start === start);
  const found = problems
    .filter(({ range }) => !isTold(range.start))
    .map(({ message, range }): Discovery => ({ ...place(range), message }));
  if (found.length > 0 || type === null || type === 'boolean') return found;
  const message = `A condition is true or false, and ${label} is ${type}; compare it with something.`;
  return [{ ...place(tree.range), message }];
}
