import { rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { noCounts } from '../../core/contracts/no-counts.ts';
import type { RunOutcome } from '../runs/run-outcome.ts';
import { archiveDelivery, type ToArchive } from './archive-delivery.ts';
import { checkDelivery } from './check-delivery.ts';
import { commitRun } from './commit-run.ts';
import { type FoundDelivery, findDelivery } from './find-delivery.ts';
import { told } from './local-paths.ts';
import { openMalformed } from './malformed-records.ts';
import { removeUnknownStages } from './orphan-stages.ts';
import { previewMerge } from './preview-merge.ts';
import { queryNumber } from './query.ts';
import { readDelivery } from './read-delivery.ts';
import type { Ledger } from './read-ledger.ts';
import { parameterValues, type RunContext } from './run-context.ts';
import { RunStop } from './run-stop.ts';
import { selectArchived } from './select-archived.ts';
import { type KeptFile, skipRedelivered } from './skip-redelivered.ts';
import { assertSame, modifiedMs } from './source-file.ts';
import type { StageClock } from './stage-clock.ts';
import { defineStage, keepSelected } from './stage-relation.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { tellLateness } from './tell-lateness.ts';
import type { DeliveredFile } from './write-ledger.ts';

export interface CarryOutOptions {
  readonly clock: StageClock;
  /** Folder of the archive. */
  readonly archive: string;
  readonly onPointOfNoReturn: () => void;
}

type RunEnd = Pick<RunOutcome, 'status' | 'counts' | 'reason' | 'code'>;

/** The stages of a run in order, under the dataset's lock, with the scratch database open. */
export async function carryOut(context: RunContext, options: CarryOutOptions): Promise<RunEnd> {
  const { request, paths, scratch } = context;
  const { clock } = options;
  clock.start('discover');
  const snapshot = await takeSnapshot(context);
  const { ledger } = snapshot;
  if (request.dryRun === undefined) await removeUnknownStages(paths.stage, ledger.stagedRuns);
  const selected = request.reprocess === undefined ? null : await selectArchived(context, request.reprocess);
  const found: FoundDelivery = selected?.found ?? (await findDelivery(context, ledger));
  clock.end(found.files.length);

  const values = parameterValues(context, snapshot.ts);
  const isDry = request.dryRun !== undefined;
  // Aside until the commit: a folder with the run's own name is one that the ledger knows, or is about to.
  const folder = isDry ? join(scratch.folder, 'stage') : join(paths.stage, `${request.runId}.part`);
  try {
    clock.start('stage');
    await openMalformed(scratch.main);
    const delivery = await scratch.withThreadEach(() =>
      readDelivery(context, { files: found.files, values, folder }),
    );
    for (const file of delivery.staged) {
      const wanted = selected?.expected[file.fileNo];
      if (wanted !== undefined && wanted !== file.sha256) {
        throw new RunStop(
          'failed',
          'original_damaged',
          `The original of \`${file.source.file}\` in the archive (\`${file.source.path}\`) is not what was ingested; restore it, then run again.`,
        );
      }
    }
    const locate = (file: { readonly archivedTo: string }) =>
      isAbsolute(file.archivedTo) ? file.archivedTo : join(request.root, file.archivedTo);
    const { kept, redelivered } =
      isDry || selected !== null
        ? { kept: delivery.staged.map((file) => ({ ...file, digest: null })), redelivered: [] }
        : await skipRedelivered(context, delivery, { ledger, locate });
    const aside: readonly ToArchive[] = asideOf(context, found, redelivered);
    if (kept.length === 0 && snapshot.orphans === 0) {
      clock.end(0);
      return noInput(context, {
        options,
        found,
        aside,
        hasRedelivered: redelivered.length > 0,
        ledger,
      });
    }
    const only = selected?.onlyRecords ?? null;
    const written =
      only === null ? delivery.parts : await keepSelected(context, delivery, { folder, selected: only });
    const staged = await defineStage(context, kept.length === 0 ? [] : written, {
      folder,
      hasRetry: snapshot.orphans > 0,
    });
    clock.end(staged.rows);

    clock.start('check');
    const malformed =
      only === null
        ? kept.reduce((sum, file) => sum + file.malformed, 0)
        : await queryNumber(scratch.main, 'SELECT count(*) FROM _malformed');
    // The independent count is of whole files; of a selection there is only what was read.
    const records =
      only === null ? kept.reduce((sum, file) => sum + file.counted, 0) : staged.rows + malformed;
    const books = { records, malformed };
    const checked = await checkDelivery(context, { values, books, clock, isFirstLook: kept.length === 0 });
    if (kept.length === 0 && checked.retried === 0) {
      return noInput(context, {
        options,
        found,
        aside,
        hasRedelivered: redelivered.length > 0,
        ledger,
      });
    }
    tellLateness(context, kept);
    const files = [
      ...kept.map((file) => delivered(context, file, options.archive)),
      ...redelivered.map((file) => ({ ...delivered(context, file, options.archive), state: 'redelivered' })),
    ];
    const book = {
      files,
      bytes: kept.reduce((sum, file) => sum + file.source.stamp.sizeBytes, 0),
      ...books,
      staged: staged.rows,
      parts: staged.parts,
      folder,
      assertUnchanged: async () => {
        for (const file of kept) await assertSame(file.source);
      },
    };
    if (isDry)
      return {
        status: 'succeeded',
        counts: await previewMerge(context, { values, delivery: book, checked: checked.numbers }),
      };
    const { counts, stagedRuns } = await commitRun(context, {
      values,
      delivery: book,
      checked: checked.numbers,
      added: snapshot.added,
      clock,
      onPointOfNoReturn: options.onPointOfNoReturn,
    });
    await afterCommit(context, { options, files: selected === null ? kept : [], aside, stagedRuns });
    return { status: 'succeeded', counts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing new: what lies in the source for no use is archived all the same. */
async function noInput(
  context: RunContext,
  facts: {
    readonly options: CarryOutOptions;
    readonly found: FoundDelivery;
    readonly aside: readonly ToArchive[];
    readonly hasRedelivered: boolean;
    readonly ledger: Ledger;
  },
): Promise<RunEnd> {
  const { options, found, aside } = facts;
  tellLateness(context, [], facts.ledger.lastCommit);
  if (context.request.dryRun === undefined && aside.length > 0) {
    options.clock.start('archive');
    options.clock.end(await archiveDelivery(context, options.archive, aside));
  }
  const why = facts.hasRedelivered
    ? `Every new file in \`${context.parts.read.path}\` holds records that were ingested before.`
    : found.whyNone;
  const counts = { ...noCounts, targetRows: facts.ledger.targetRows };
  return { status: 'no_input', counts, reason: why, code: 'no_input' };
}

async function afterCommit(
  context: RunContext,
  facts: {
    readonly options: CarryOutOptions;
    readonly files: readonly KeptFile[];
    readonly aside: readonly ToArchive[];
    readonly stagedRuns: readonly string[];
  },
): Promise<void> {
  const { options, files, aside } = facts;
  options.clock.start('archive');
  const own = files.map((file) => ({
    source: file.source,
    sha256: file.sha256,
    runId: context.request.runId,
  }));
  options.clock.end(await archiveDelivery(context, options.archive, [...own, ...aside]));
  await removeUnknownStages(context.paths.stage, facts.stagedRuns);
}

function asideOf(
  context: RunContext,
  found: FoundDelivery,
  redelivered: readonly KeptFile[],
): readonly ToArchive[] {
  const { runId } = context.request;
  return [
    ...found.leftovers.map((file) => ({ ...file, runId: file.runId ?? runId })),
    ...found.empty.map((file) => ({ ...file, runId: file.runId ?? runId })),
    ...redelivered.map((file) => ({ source: file.source, sha256: file.sha256, runId })),
  ];
}

function delivered(context: RunContext, file: KeptFile, archive: string): DeliveredFile {
  const { request, plan } = context;
  const isAgain = request.reprocess !== undefined;
  return {
    fileNo: file.fileNo,
    file: file.source.file,
    sizeBytes: file.source.stamp.sizeBytes,
    sha256: file.sha256,
    modifiedMs: modifiedMs(file.source.stamp),
    state: isAgain ? 'reprocessed' : 'new',
    header: file.header,
    records: file.records,
    malformed: file.malformed,
    digest: file.digest,
    archivedTo: told(
      request.root,
      isAgain ? file.source.path : join(archive, plan.dataset, request.runId, file.source.file),
    ),
  };
}
