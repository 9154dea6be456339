import type { Range } from '../contracts/finding.ts';
import type { ColumnType } from '../contracts/plan.ts';
import type { Expression } from '../syntax/check-expression/expression.ts';
import type { ValueType } from './value-type.ts';

/** What typing a tree needs, and where it leaves what it finds. */
export interface Typing {
  readonly columns: ReadonlyMap<string, ColumnType>;
  readonly aggregates: boolean;
  problem(message: string, range: Range): void;
  typeOf(tree: Expression): ValueType | null;
}
