import type { Plan, PlanColumn, PlanGate, StageOperation } from '../contracts/plan.ts';
import { configFile, type Project, schemaFile } from '../model/project.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { sha256Hex } from '../text/sha256.ts';
import { wordCount } from './bits.ts';
import { both } from './both.ts';
import { checkOperations, type OperationContext } from './check-operations.ts';
import { archiveOperation, readOperation, swapOperation } from './file-operations.ts';
import { mergeOperations } from './merge-operations.ts';
import { printStage } from './print-stage.ts';
import { shapeReferences } from './shape-references.ts';
import { type StageShape, shapeStage } from './shape-stage.ts';
import type { TableShape } from './shape-table.ts';
import { verifyOperations } from './verify-operations.ts';

/**
 * Compiles one dataset of a project into all that a run of it does. Equal projects give equal plans, byte for byte.
 * The project must be free of errors for the dataset; throws where it is not, which is a bug of the caller.
 */
export function buildPlan(project: Project, dataset: string): Plan {
  const shape = shapeStage(project, dataset);
  const { table } = shape;
  const { settings } = project;
  const references = shapeReferences(project, shape.rules);
  const context: OperationContext = {
    shape,
    references,
    hasLosers: table.source.load !== 'append' && table.keys.length > 0,
    origins: {
      table: project.originOf(schemaFile, ['tables', dataset]),
      columns: project.originOf(schemaFile, ['tables', dataset, 'columns']),
      mergeKey: project.originOf(configFile, ['sources', dataset, 'merge_key']),
      load: project.originOf(configFile, ['sources', dataset, 'load']),
      deleteWhen: project.originOf(schemaFile, ['tables', dataset, 'delete_when']),
    },
  };
  if (table.source.load === 'upsert' && table.keys.length === 0) {
    throw new Error(
      `Dataset \`${dataset}\` is merged by key and names none; check the project before planning.`,
    );
  }
  const columns = planColumns(project, table);
  const plan: Omit<Plan, 'fingerprint'> = {
    v: 1,
    dataset,
    compiledFrom: compiledFrom(project),
    environment: project.environment,
    spark: settings.spark,
    schema: settings.targetSchema,
    targetPath: settings.targetPath,
    columns,
    rules: shape.rules.map((rule) => rule.plan),
    references: references.map((reference) => reference.plan),
    gate: planGate(project, table),
    operations: [
      readOperation(project, table, columns),
      stageOperation(project, shape),
      ...checkOperations(context),
      ...mergeOperations(context),
      ...verifyOperations(shape),
      swapOperation(project, table),
      archiveOperation(project),
    ],
  };
  return { ...plan, fingerprint: sha256Hex(canonicalJson(plan)) };
}

function stageOperation(project: Project, shape: StageShape): StageOperation {
  const { dataset, columns } = shape.table;
  const select = both((dialect) => printStage(dialect, shape));
  const bits = shape.rules
    .filter(({ plan }) => plan.scope !== 'table')
    .map(({ plan }) => [plan.id, plan.severity]);
  return {
    kind: 'stage',
    name: 'stage',
    doc: 'Keeps every record as strings, masks applied, with its typed values and one bit for each rule that it breaks.',
    origin: project.originOf(schemaFile, ['tables', dataset, 'columns']),
    table: `${project.settings.targetSchema}.${dataset}_stage`,
    select,
    parameters: columns.some(({ mask }) => mask === 'hash') ? ['mask_key'] : [],
    words: wordCount(shape.bits),
    retentionDays: project.settings.retention.stagingDays,
    shape: sha256Hex(canonicalJson([select.duckdb, bits])).slice(0, 16),
  };
}

function planColumns(project: Project, table: TableShape): readonly PlanColumn[] {
  return table.columns.map(({ name, type, mask, isKey, column }) => ({
    name,
    type,
    headers: [name, ...column.renameFrom],
    isNeeded: isKey || column.isRequired,
    ...(mask === null ? {} : { mask }),
    origin: project.originOf(schemaFile, ['tables', table.dataset, 'columns', name]),
  }));
}

function planGate(project: Project, { dataset, source }: TableShape): PlanGate {
  const { maxBadShare, minRows, hoursLate } = source.expect;
  return {
    maxBadShare,
    minRows,
    hoursLate,
    origin: project.originOf(configFile, ['sources', dataset, 'expect']),
  };
}

function compiledFrom(project: Project): Readonly<Record<string, string>> {
  const files = [configFile, schemaFile] as const;
  return Object.fromEntries(
    files.flatMap((file) => {
      const document = project.documents[file];
      return document === undefined ? [] : [[file, sha256Hex(document.text)]];
    }),
  );
}
