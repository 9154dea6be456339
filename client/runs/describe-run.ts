import type { RunCounts, Stage } from '../../core/contracts/event.ts';
import { formatAmount, formatCount, formatDuration } from '../text/amounts.ts';
import type { RunProgress, StageState } from './run-progress.ts';
import type { RunRecord } from './run-record.ts';

/** What each stage does, for people. */
export const doing: Readonly<Record<Stage, string>> = {
  discover: 'looking for files',
  read: 'reading',
  stage: 'staging',
  check: 'checking',
  gate: 'deciding',
  merge: 'merging',
  commit: 'committing',
  archive: 'archiving',
  report: 'reporting',
};

const ends: Readonly<Record<RunRecord['status'], string>> = {
  running: 'running',
  succeeded: 'succeeded',
  no_input: 'nothing new',
  rejected: 'rejected',
  failed: 'failed',
  cancelled: 'cancelled',
  interrupted: 'interrupted',
};

/** `succeeded`, `dry run rejected`. */
export function statusText(record: Pick<RunRecord, 'status' | 'isDryRun'>): string {
  return record.isDryRun ? `dry run ${ends[record.status]}` : ends[record.status];
}

/** How a run ended, in few words: `2,421 rows, 78 kept out`, `nothing new`, `dry run: 78 would be kept out`. */
export function resultText(record: Pick<RunRecord, 'status' | 'isDryRun' | 'counts'>): string {
  const { status, isDryRun, counts } = record;
  if (status !== 'succeeded' || counts === null) return statusText(record);
  const kept = counts.quarantined + counts.malformed;
  if (isDryRun)
    return kept === 0 ? 'dry run: all would pass' : `dry run: ${formatCount(kept)} would be kept out`;
  const changed = counts.inserted + counts.updated + counts.deleted;
  const rows = changed === 0 ? 'no row changed' : formatAmount(changed, 'row');
  return kept === 0 ? rows : `${rows}, ${formatCount(kept)} kept out`;
}

/** One sentence on several runs that all came through: `3 datasets: 10 rows changed, 6 records kept out.` */
export function severalText(records: readonly Pick<RunRecord, 'status' | 'isDryRun' | 'counts'>[]): string {
  const sum = (names: readonly (keyof RunCounts)[]) =>
    records
      .flatMap(({ counts }) => (counts === null ? [] : names.map((name) => counts[name])))
      .reduce((total, count) => total + count, 0);
  const [changed, keptOut] = [sum(['inserted', 'updated', 'deleted']), sum(['quarantined', 'malformed'])];
  const what = formatAmount(records.length, 'dataset');
  if (records.every(({ status }) => status === 'no_input')) return `${what}: nothing new was delivered.`;
  const would = records.some(({ isDryRun }) => isDryRun) ? 'would be ' : '';
  return `${what}: ${formatAmount(changed, 'row')} ${would}changed, ${formatAmount(keptOut, 'record')} ${would}kept out.`;
}

/** What a stage has dealt with: `2 files`, `12,345 rows`. */
export function rowsText({ stage, rows }: Pick<StageState, 'stage' | 'rows'>): string {
  return formatAmount(rows, stage === 'discover' || stage === 'archive' ? 'file' : 'row');
}

/** The stage that goes on with its rows: `staging, 12,345 rows (40 %)`. */
export function stageText(state: StageState): string {
  const { stage, rows, bytes, totalBytes } = state;
  const share = totalBytes !== null && totalBytes > 0 ? ` (${Math.floor((100 * bytes) / totalBytes)} %)` : '';
  return `${doing[stage]}${rows > 0 ? `, ${rowsText(state)}` : ''}${share}`;
}

/** What goes on now; null between stages. */
export function currentStage(progress: RunProgress | null): StageState | null {
  return progress?.stages.findLast(({ elapsedMs }) => elapsedMs === null) ?? null;
}

/** What a run changed and kept out: `12 inserted, 3 updated, 1 quarantined`; '' for nothing at all. */
export function countsText(counts: RunCounts): string {
  const names = [
    'inserted',
    'updated',
    'deleted',
    'unchanged',
    'superseded',
    'stale',
    'quarantined',
    'malformed',
  ] as const;
  return names
    .filter((name) => counts[name] > 0)
    .map((name) => `${formatCount(counts[name])} ${name}`)
    .join(', ');
}

/** One sentence on how a run ended, for a notification. */
export function endText(record: RunRecord): string {
  const what = `${record.dataset}: ${statusText(record)}`;
  if (record.status === 'succeeded' && record.counts !== null) {
    const counts = countsText(record.counts);
    return `${what}, ${counts === '' ? 'no record' : counts}.`;
  }
  if (record.status === 'no_input') return `${record.dataset}: nothing new was delivered.`;
  if (record.reason === undefined) return `${what}.`;
  // Its reason begins with the word.
  return record.status === 'cancelled' ? `${record.dataset}: ${record.reason}` : `${what}. ${record.reason}`;
}

/** How long a run took, or `null` while it runs. */
export function elapsedText(record: RunRecord): string | null {
  return record.endedAt === null
    ? null
    : formatDuration(Date.parse(record.endedAt) - Date.parse(record.startedAt));
}
