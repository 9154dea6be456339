import type { ArchiveOperation, PlanColumn, ReadOperation, SwapOperation } from '../contracts/plan.ts';
import { configFile, type Project } from '../model/project.ts';
import { matchName, type TableShape } from './shape-table.ts';

/** How the delivery is found and its bytes become records. */
export function readOperation(
  project: Project,
  { dataset, source }: TableShape,
  columns: readonly PlanColumn[],
): ReadOperation {
  const { glob, delimiter, quote, hasHeader, encoding, compression, maxExpansion, nullValues } =
    source.format;
  return {
    kind: 'read',
    name: 'read',
    doc: 'Freezes the list of files, tells new deliveries from known ones, splits them into records and matches columns by header.',
    origin: project.originOf(configFile, ['sources', dataset, 'path']),
    path: source.path,
    glob,
    isRecursive: source.isRecursive,
    settleSeconds: source.settleSeconds,
    readyMarker: source.readyMarker,
    onRedelivery: source.onRedelivery,
    onDrift: source.onDrift,
    orderBy: source.orderBy,
    format: { delimiter, quote, hasHeader, encoding, compression, maxExpansion, nullValues },
    columns,
  };
}

/** The one commit. */
export function swapOperation(project: Project, { dataset, source, table, keys }: TableShape): SwapOperation {
  const docs = {
    upsert: 'Commits the changes at once: replaced and deleted rows go, inserted and updated ones come.',
    append: 'Commits the rows of the delivery at once.',
    replace: 'Commits the delivery in place of the whole table at once.',
  };
  return {
    kind: 'swap',
    name: 'swap',
    doc: docs[source.load],
    origin: project.originOf(configFile, ['sources', dataset, 'load']),
    table: `${project.settings.targetSchema}.${dataset}`,
    load: source.load,
    keys,
    partitionBy: table.partitionBy.map((name) => matchName(table.columns, name)),
    allowEmpty: source.allowEmpty,
  };
}

/** What becomes of the files once their rows are safe. */
export function archiveOperation(project: Project): ArchiveOperation {
  return {
    kind: 'archive',
    name: 'archive',
    doc: 'Copies what was read into the archive, verifies the copy and only then deletes the original.',
    origin: project.originOf(configFile, ['archive_path']),
    path: project.settings.archivePath,
  };
}
