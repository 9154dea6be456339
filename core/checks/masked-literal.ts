import type { Table } from '../model/project.ts';
import { childrenOf } from '../semantics/children-of.ts';
import type { Expression } from '../syntax/check-expression/expression.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';
import { findColumn } from './support/tables.ts';
import { type WrittenExpression, writtenExpressions } from './support/written-expressions.ts';

/**
 * A value of a masked column that somebody wrote into a rule: it stays in the project's files and plans in clear, where
 * no mask reaches it. Shapes and sizes (`pattern`, `length(…) > 5`) are not values.
 */
export const maskedLiteral: ProjectCheck = {
  code: 'masked-literal',
  severity: 'warning',
  title: 'A rule holds values of a masked column',
  runDataset({ project }) {
    const inColumns = eachColumn(project, ({ column, label, place }) => {
      if (column.mask === null) return [];
      const keys = [
        ...(column.validValues === null ? [] : ['valid_vals']),
        ...(column.default === null ? [] : ['default']),
      ];
      return keys.map((key): Discovery => {
        return {
          ...place([key], 'key'),
          message: `\`${key}\` holds values of column ${label}, which is masked, and they stay in the project's files and plans in clear; use \`pattern\` or take it away.`,
        };
      });
    });
    return [...inColumns, ...writtenExpressions(project).flatMap(inExpression)];
  },
};

function inExpression(written: WrittenExpression): readonly Discovery[] {
  const { table, label, place, tree } = written;
  return comparedValues(tree, table).map(({ column, literal }): Discovery => {
    return {
      ...place(literal.range),
      message: `The value that ${label} compares with masked \`${column}\` stays in the project's files and plans in clear; use \`pattern\`, or leave the value out.`,
    };
  });
}

interface Compared {
  readonly column: string;
  readonly literal: Expression;
}

function comparedValues(tree: Expression, table: Table): readonly Compared[] {
  const deeper = childrenOf(tree).flatMap((child) => comparedValues(child, table));
  const sides = sidesOf(tree);
  const column = sides.map((side) => maskedColumn(side, table)).find((name) => name !== null);
  if (column === undefined || column === null) return deeper;
  const literals = sides.filter(
    (side) => side.kind === 'string' || side.kind === 'number' || side.kind === 'typed',
  );
  return [...literals.map((literal) => ({ column, literal })), ...deeper];
}

/** The expressions that a comparison holds against each other. */
function sidesOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'comparison':
    case 'in':
    case 'between':
    case 'like':
      return childrenOf(tree);
    case 'case':
      return tree.subject === null ? [] : [tree.subject, ...tree.branches.map(({ when }) => when)];
    default:
      return [];
  }
}

/** The masked column whose value an expression is, through functions that keep the value readable. */
function maskedColumn(tree: Expression, table: Table): string | null {
  if (tree.kind === 'column') {
    const column = findColumn(table, tree.name);
    return column === undefined || column.mask === null ? null : column.name;
  }
  if (tree.kind !== 'call' || tree.name === 'length') return null;
  return (
    tree.arguments.map((argument) => maskedColumn(argument, table)).find((name) => name !== null) ?? null
  );
}
