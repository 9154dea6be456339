import { cdcKeyInMergeKey } from './cdc-key-in-merge-key.ts';
import { cdcKeyType } from './cdc-key-type.ts';
import type { ProjectCheck } from './check.ts';
import { decimalScale } from './decimal-scale.ts';
import { defaultHidesBlank } from './default-hides-blank.ts';
import { expressionType } from './expression-type.ts';
import { formatClash } from './format-clash.ts';
import { globSyntax } from './glob-syntax.ts';
import { inexactKey } from './inexact-key.ts';
import { invalidDateFormat } from './invalid-date-format.ts';
import { invalidExpression } from './invalid-expression.ts';
import { invalidPattern } from './invalid-pattern.ts';
import { likelyPii } from './likely-pii.ts';
import { lintSetting } from './lint-setting.ts';
import { listedTwice } from './listed-twice.ts';
import { maskedKey } from './masked-key.ts';
import { maskedLiteral } from './masked-literal.ts';
import { maskedTableCheck } from './masked-table-check.ts';
import { maskedType } from './masked-type.ts';
import { maskedUnique } from './masked-unique.ts';
import { minAboveMax } from './min-above-max.ts';
import { nameCollision } from './name-collision.ts';
import { nullableKey } from './nullable-key.ts';
import { optionNotForLoad } from './option-not-for-load.ts';
import { overlappingSources } from './overlapping-sources.ts';
import { pathOutsideProject } from './path-outside-project.ts';
import { referenceCycle } from './reference-cycle.ts';
import { referenceMaskMismatch } from './reference-mask-mismatch.ts';
import { referenceNotUnique } from './reference-not-unique.ts';
import { referenceTypeMismatch } from './reference-type-mismatch.ts';
import { requiredBecomesNull } from './required-becomes-null.ts';
import { reservedName } from './reserved-name.ts';
import { ruleNotForType } from './rule-not-for-type.ts';
import { ruleSeverity } from './rule-severity.ts';
import { sourceColumnMissing } from './source-column-missing.ts';
import { sourceColumnUnknown } from './source-column-unknown.ts';
import { sourceColumnsReordered } from './source-columns-reordered.ts';
import { sourceHeaderDoubled } from './source-header-doubled.ts';
import { sourceOverlapsStorage } from './source-overlaps-storage.ts';
import { sourcePathIsFile } from './source-path-is-file.ts';
import { sourceTypeMismatch } from './source-type-mismatch.ts';
import { sourceWithoutTable } from './source-without-table.ts';
import { tableWithoutSource } from './table-without-source.ts';
import { unknownColumn } from './unknown-column.ts';
import { unknownDataset } from './unknown-dataset.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { unmaskedPii } from './unmasked-pii.ts';
import { unusablePath } from './unusable-path.ts';
import { upsertWithoutKey } from './upsert-without-key.ts';
import { upsertWithoutOrder } from './upsert-without-order.ts';
import { valueBreaksRule } from './value-breaks-rule.ts';
import { valueNotOfType } from './value-not-of-type.ts';

/** Every check, in the order of a table of contents. */
export const allChecks: readonly ProjectCheck[] = [
  // Datasets
  sourceWithoutTable,
  tableWithoutSource,
  unknownDataset,
  // Columns
  unknownColumn,
  maskedKey,
  maskedUnique,
  maskedType,
  unmaskedPii,
  likelyPii,
  // References
  referenceNotUnique,
  referenceTypeMismatch,
  referenceMaskMismatch,
  referenceCycle,
  // Rules
  decimalScale,
  ruleNotForType,
  valueNotOfType,
  valueBreaksRule,
  minAboveMax,
  invalidDateFormat,
  invalidPattern,
  ruleSeverity,
  requiredBecomesNull,
  defaultHidesBlank,
  listedTwice,
  // Expressions
  invalidExpression,
  expressionType,
  maskedLiteral,
  maskedTableCheck,
  // Names
  nameCollision,
  reservedName,
  // Places
  overlappingSources,
  sourceOverlapsStorage,
  pathOutsideProject,
  unusablePath,
  sourcePathIsFile,
  globSyntax,
  formatClash,
  unknownTimeZone,
  // Loads
  upsertWithoutKey,
  upsertWithoutOrder,
  nullableKey,
  inexactKey,
  cdcKeyType,
  cdcKeyInMergeKey,
  optionNotForLoad,
  // Data
  sourceColumnMissing,
  sourceColumnUnknown,
  sourceColumnsReordered,
  sourceHeaderDoubled,
  sourceTypeMismatch,
  // Settings
  lintSetting,
];
