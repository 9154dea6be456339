import type { Expression } from '../syntax/check-expression/expression.ts';

/** Direct parts of an expression, in the order of the text. */
export function childrenOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'not':
    case 'negate':
    case 'isNull':
      return [tree.operand];
    case 'logic':
      return tree.operands;
    case 'comparison':
      return [tree.left, tree.right];
    case 'arithmetic':
      return [tree.first, ...tree.rest.map(({ operand }) => operand)];
    case 'in':
      return [tree.operand, ...tree.items];
    case 'between':
      return [tree.operand, tree.low, tree.high];
    case 'like':
      return [tree.operand, tree.pattern];
    case 'case': {
      const branches = tree.branches.flatMap(({ when, result }) => [when, result]);
      return [tree.subject, ...branches, tree.otherwise].filter((child) => child !== null);
    }
    case 'call':
      return tree.arguments;
    case 'aggregate':
      return tree.argument === null ? [] : [tree.argument];
    default:
      return [];
  }
}
