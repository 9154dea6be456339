import type { Range } from '../../contracts/finding.ts';
import type { ColumnType } from '../../contracts/plan.ts';
import { type Path, type Project, schemaFile, type Table } from '../../model/project.ts';
import { columnsOf } from '../../semantics/type-expression.ts';
import type { Expression } from '../../syntax/check-expression/expression.ts';
import { parseExpression } from '../../syntax/check-expression/parse-expression.ts';
import type { SyntaxProblem } from '../../syntax/problem.ts';
import { scalarRange } from '../../syntax/yaml/scalar-range.ts';
import { ruleType } from './compare-values.ts';
import { type Place, placeAt, textAt } from './place.ts';
import { datasetsWithTable, findColumn } from './tables.ts';

/** A condition that a table's checks or its `delete_when` state. Checks of kind `sql` are Spark's and are not among them. */
export interface WrittenExpression {
  readonly dataset: string;
  readonly table: Table;
  /** How messages call it: `` check `free_visits` of `claim` ``. */
  readonly label: string;
  readonly kind: 'expr' | 'table' | 'delete_when';
  readonly tree: Expression;
  readonly errors: readonly SyntaxProblem[];
  /** Columns that it names and its table does not have. */
  readonly unknownColumns: readonly { readonly name: string; readonly range: Range }[];
  /** Where a part of the condition stands in the file. */
  place(part: Range): Place;
}

/** All conditions of the project, parsed. */
export function writtenExpressions(project: Project): readonly WrittenExpression[] {
  return datasetsWithTable(project).flatMap(({ name, table }) => {
    const checks = table.checks.flatMap((check) => {
      if (check.kind === 'sql') return [];
      const path = ['tables', name, 'checks', check.index, check.kind];
      const label = `check \`${check.name}\` of \`${name}\``;
      return [{ kind: check.kind, text: check.text, path, label }];
    });
    const path = ['tables', name, 'delete_when'];
    const label = `\`delete_when\` of \`${name}\``;
    const conditions =
      table.deleteWhen === null
        ? checks
        : [...checks, { kind: 'delete_when' as const, text: table.deleteWhen, path, label }];
    return conditions.map((condition) => readCondition(project, { ...condition, dataset: name, table }));
  });
}

interface Condition extends Pick<WrittenExpression, 'dataset' | 'table' | 'kind' | 'label'> {
  readonly text: string;
  readonly path: Path;
}

function readCondition(project: Project, condition: Condition): WrittenExpression {
  const { dataset, table, kind, label, text, path } = condition;
  const { tree, errors } = parseExpression(text);
  return {
    dataset,
    table,
    kind,
    label,
    tree,
    errors,
    unknownColumns: columnsOf(tree).filter(({ name }) => findColumn(table, name) === undefined),
    place(part) {
      const whole = placeAt(project, schemaFile, path);
      const range = scalarRange(textAt(project, whole), whole.range.start, text, part);
      return { file: whole.file, range };
    },
  };
}

/** The types that conditions see: of a masked column its text. */
export function conditionTypes(table: Table): ReadonlyMap<string, ColumnType> {
  return new Map(table.columns.map((column) => [column.name, ruleType(column)]));
}
