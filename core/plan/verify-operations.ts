import type { PlanOperation, SqlOperation, SqlText } from '../contracts/plan.ts';
import { both } from './both.ts';
import { isUniqueByMerge, printDuplicates, printTableCheck } from './print-verify-phase.ts';
import type { ShapedRule } from './record-rules.ts';
import type { StageShape } from './shape-stage.ts';

/** One operation for each rule over the whole table, read from the table as it would be after the merge. */
export function verifyOperations({ table, rules }: StageShape): readonly PlanOperation[] {
  return rules.filter(({ plan }) => plan.scope === 'table').flatMap(verify);

  function verify(rule: ShapedRule): readonly PlanOperation[] {
    const { column, check, plan } = rule;
    if (column !== null) {
      if (isUniqueByMerge(table, column)) {
        const doc = `Finds nothing: the merge keeps one row for each \`${column.name}\`.`;
        return [
          operation(
            rule,
            doc,
            both(() => 'SELECT CAST(0 AS BIGINT) AS failing'),
          ),
        ];
      }
      return (['first', 'later'] as const).map((when) => ({
        ...operation(
          rule,
          when === 'first'
            ? `Counts the rows that share a \`${column.name}\` with another.`
            : `Counts the rows that share a \`${column.name}\` of this delivery with another.`,
          both((dialect) => printDuplicates(dialect, column, when)),
        ),
        when,
      }));
    }
    if (check === null) throw new Error(`Rule \`${plan.id}\` has neither column nor check.`);
    const { tree, check: written } = check;
    if (tree === null) {
      const doc = `Runs the query of check \`${written.name}\`; every row it yields breaks the rule.`;
      return [
        { kind: 'spark-check', name: plan.id, doc, origin: plan.origin, rule: plan.id, query: written.text },
      ];
    }
    const doc = `Tells whether check \`${written.name}\` holds for the table as a whole.`;
    return [
      operation(
        rule,
        doc,
        both((dialect) => printTableCheck(dialect, tree, table)),
      ),
    ];
  }
}

function operation({ plan }: ShapedRule, doc: string, text: SqlText): SqlOperation {
  return {
    kind: 'sql',
    name: plan.id,
    doc,
    origin: plan.origin,
    phase: 'verify',
    text,
    parameters: [],
    returns: ['failing'],
    rule: plan.id,
  };
}
