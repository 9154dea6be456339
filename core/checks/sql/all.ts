import { sqlAlter } from './sql-alter.ts';
import { sqlChangeTarget } from './sql-change-target.ts';
import type { SqlCheck } from './sql-check.ts';
import { sqlCreate } from './sql-create.ts';
import { sqlDataType } from './sql-data-type.ts';
import { sqlDateUnit } from './sql-date-unit.ts';
import { sqlDuplicateClause } from './sql-duplicate-clause.ts';
import { sqlDuplicateKey } from './sql-duplicate-key.ts';
import { sqlDuplicateName } from './sql-duplicate-name.ts';
import { sqlFrameBound } from './sql-frame-bound.ts';
import { sqlGroupingSet } from './sql-grouping-set.ts';
import { sqlIdentifier } from './sql-identifier.ts';
import { sqlInsert } from './sql-insert.ts';
import { sqlInterval } from './sql-interval.ts';
import { sqlJoin } from './sql-join.ts';
import { sqlLike } from './sql-like.ts';
import { sqlMerge } from './sql-merge.ts';
import { sqlNumberRange } from './sql-number-range.ts';
import { sqlPartitionValue } from './sql-partition-value.ts';
import { sqlRowOrder } from './sql-row-order.ts';
import { sqlSample } from './sql-sample.ts';
import { sqlTableFunction } from './sql-table-function.ts';
import { sqlTimeTravel } from './sql-time-travel.ts';
import { sqlTypedLiteral } from './sql-typed-literal.ts';
import { sqlUnsupported } from './sql-unsupported.ts';
import { sqlWindowReference } from './sql-window-reference.ts';

/** Every check of SQL, in the order of a table of contents. */
export const allSqlChecks: readonly SqlCheck[] = [
  // Names and types
  sqlIdentifier,
  sqlDataType,
  sqlDuplicateName,
  // Constants
  sqlTypedLiteral,
  sqlInterval,
  sqlNumberRange,
  sqlDateUnit,
  sqlLike,
  // Queries
  sqlJoin,
  sqlSample,
  sqlTimeTravel,
  sqlTableFunction,
  sqlGroupingSet,
  sqlRowOrder,
  sqlWindowReference,
  sqlFrameBound,
  // Changes of rows
  sqlInsert,
  sqlChangeTarget,
  sqlMerge,
  // Definitions and settings
  sqlDuplicateKey,
  sqlDuplicateClause,
  sqlPartitionValue,
  sqlCreate,
  sqlAlter,
  sqlUnsupported,
];
