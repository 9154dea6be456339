import { findTwin, type TwinAnswer } from './find-twin.ts';
import type { ReadDelivery, StagedFile } from './read-delivery.ts';
import type { Ledger, LedgerFile } from './read-ledger.ts';
import type { RunContext } from './run-context.ts';
import { RunStop } from './run-stop.ts';
import { tellInput } from './tell-input.ts';

/** A staged file, with the digest that had to be taken of it, if any. */
export interface KeptFile extends StagedFile {
  readonly digest: string | null;
}

export interface Redelivery {
  readonly kept: readonly KeptFile[];
  readonly redelivered: readonly KeptFile[];
}

/**
 * Finds the staged files whose records were committed before, and follows `on_redelivery`. The parts of a table that is
 * replaced belong together: there, files are skipped only when all of them were in the latest commit.
 * @throws RunStop `rejected`/`redelivered` when the source asks for that.
 */
export async function skipRedelivered(
  context: RunContext,
  delivery: ReadDelivery,
  options: { readonly ledger: Ledger; readonly locate: (file: LedgerFile) => string | null },
): Promise<Redelivery> {
  const { parts, plan, request, scratch } = context;
  const { onRedelivery, format } = parts.read;
  const asIs = (file: StagedFile): KeptFile => ({ ...file, digest: null });
  if (onRedelivery === 'ingest') return { kept: delivery.staged.map(asIs), redelivered: [] };
  const isReplaced = parts.swap.load === 'replace';
  const { ledger, locate } = options;
  const committed = isReplaced
    ? ledger.files.filter((file) => file.runId === ledger.latestRun)
    : ledger.files;
  const search = {
    connection: scratch.main,
    format,
    columns: plan.columns.length,
    signal: request.signal,
    committed,
    locate,
  };
  const answers = new Map<StagedFile, TwinAnswer>();
  for (const file of delivery.staged) answers.set(file, await findTwin(file, search));
  const withDigest = (file: StagedFile): KeptFile => ({ ...file, digest: answers.get(file)?.digest ?? null });
  const twins = delivery.staged.filter((file) => answers.get(file)?.twin != null);
  const isWhole = twins.length === delivery.staged.length;
  if (twins.length === 0 || (isReplaced && !isWhole))
    return { kept: delivery.staged.map(withDigest), redelivered: [] };
  for (const file of twins) {
    const twin = answers.get(file)?.twin;
    const told = `It holds the same records as \`${twin?.file}\` of run \`${twin?.runId}\``;
    tellInput(request.emit, { path: file.source.file, stamp: file.source.stamp }, 'redelivered', `${told}.`);
    if (onRedelivery === 'fail') {
      throw new RunStop(
        'rejected',
        'redelivered',
        `\`${file.source.file}\` was delivered before: it holds the same records as \`${twin?.file}\` of run \`${twin?.runId}\`, and \`on_redelivery\` is \`fail\`; take it out of the source, or change the setting.`,
      );
    }
    await delivery.drop(file.fileNo);
  }
  return {
    kept: delivery.staged.filter((file) => !twins.includes(file)).map(withDigest),
    redelivered: twins.map(withDigest),
  };
}
