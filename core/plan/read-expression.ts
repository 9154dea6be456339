import { parseExpression } from '../syntax/check-expression/parse-expression.ts';

export type Expression = ReturnType<typeof parseExpression>['tree'];

/** The tree of an expression that the project's checks have accepted; throws on a syntax error. */
export function readExpression(text: string): Expression {
  const { tree, errors } = parseExpression(text);
  const error = errors[0];
  if (error !== undefined)
    throw new Error(`An expression has an error: ${error.message} Check the project before planning.`);
  return tree;
}
