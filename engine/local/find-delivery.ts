import { discover, type FoundFile } from '../files/discover.ts';
import { identify } from '../files/identity.ts';
import type { Ledger, LedgerFile } from './read-ledger.ts';
import type { RunContext } from './run-context.ts';
import { RunStop } from './run-stop.ts';
import { modifiedMs, type SourceFile, sourceFile } from './source-file.ts';
import { tellInput } from './tell-input.ts';

/** A file that has to leave the source without being read, with what it must be. */
export interface SetAside {
  readonly source: SourceFile;
  readonly sha256: string;
  /** The run whose archive it belongs to; null: this one's. */
  readonly runId: string | null;
}

/** The frozen list of a run's files. */
export interface FoundDelivery {
  /** To be read, in the order that decides ties. */
  readonly files: readonly SourceFile[];
  readonly empty: readonly SetAside[];
  /** Committed earlier, and still there. */
  readonly leftovers: readonly SetAside[];
  /** Why there may be nothing to read, for a person. */
  readonly whyNone: string;
}

const ignoredBecause: Readonly<Record<string, string>> = {
  hidden: 'Names that begin with `.` or `_` are left out.',
  unfinished: 'Its name says that it is not complete.',
  glob: 'Its name does not match `glob`.',
  symlink: 'Symbolic links are not followed.',
  'not-a-file': 'It is not a regular file.',
  folder: 'Subfolders are read only with `recursive: true`.',
  'unreadable-name': 'Its name cannot be spelled back to the file system.',
};

/**
 * Freezes the list of files, and tells new ones from those that were committed before.
 * @throws RunStop `failed` when the source is not on this machine or cannot be listed.
 */
export async function findDelivery(context: RunContext, ledger: Ledger): Promise<FoundDelivery> {
  const { parts, request } = context;
  const found = await discover(request.root, parts.read, request.now().getTime());
  switch (found.kind) {
    case 'no-folder':
      return nothing(
        `The source folder \`${parts.read.path}\` does not exist; create it and deliver files there.`,
      );
    case 'not-ready':
      return nothing(
        `The marker \`${found.marker}\` is not in \`${parts.read.path}\` yet, so the delivery is not complete.`,
      );
    case 'remote':
      throw new RunStop(
        'failed',
        'remote_path',
        `The local engine cannot read \`${found.uri}\`; choose an environment whose source is a folder of this machine (\`--environment local\`), or the engine that reads object stores (\`--engine emr\`).`,
      );
    case 'outside':
      throw new RunStop('failed', 'path_outside', found.message);
    case 'io-failure':
      throw new RunStop('failed', 'unreadable', found.message);
    case 'delivery':
      break;
  }
  for (const { path, reason } of found.ignored) {
    const because = ignoredBecause[reason];
    if (because !== undefined)
      request.emit({ kind: 'file-seen', file: path, sizeBytes: 0, state: 'ignored', reason: because });
  }
  for (const file of found.settling)
    tellInput(
      request.emit,
      file,
      'settling',
      `It was written to less than ${parts.read.settleSeconds} s ago.`,
    );
  const empty = [];
  for (const file of found.empty) {
    tellInput(request.emit, file, 'empty_file', 'It has 0 bytes, not even a header.');
    empty.push({ source: sourceFile(file), sha256: emptySha256, runId: null });
  }
  const { files, leftovers } = await tellApart(context, found.files, ledger);
  const whyNone =
    found.settling.length > 0
      ? `The only new files in \`${parts.read.path}\` are still being written.`
      : leftovers.length > 0
        ? `Every file in \`${parts.read.path}\` was ingested before.`
        : `There is no file to ingest in \`${parts.read.path}\`.`;
  return { files, empty, leftovers, whyNone };
}

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function nothing(whyNone: string): FoundDelivery {
  return { files: [], empty: [], leftovers: [], whyNone };
}

/**
 * Splits files into new ones and leftovers. Only files whose name and size stand in the ledger are hashed here; the others
 * are hashed while they are read.
 */
async function tellApart(
  context: RunContext,
  found: readonly FoundFile[],
  ledger: Ledger,
): Promise<{ files: readonly SourceFile[]; leftovers: readonly SetAside[] }> {
  const { request } = context;
  const known = new Map<string, LedgerFile[]>();
  for (const entry of ledger.files) known.set(entry.file, [...(known.get(entry.file) ?? []), entry]);
  const files: SourceFile[] = [];
  const leftovers: SetAside[] = [];
  for (const file of found) {
    const source = sourceFile(file);
    const alike = (known.get(file.path) ?? []).filter((entry) => entry.sizeBytes === file.stamp.sizeBytes);
    const entry = alike.length === 0 ? undefined : await findLeftover(context, source, alike);
    if (entry === undefined) {
      tellInput(request.emit, file, 'new', null);
      files.push(source);
    } else {
      tellInput(
        request.emit,
        file,
        'leftover',
        `Run \`${entry.runId}\` ingested it; it is archived and not read again.`,
      );
      leftovers.push({ source, sha256: entry.sha256, runId: entry.runId });
    }
  }
  return { files, leftovers };
}

async function findLeftover(
  context: RunContext,
  source: SourceFile,
  alike: readonly LedgerFile[],
): Promise<LedgerFile | undefined> {
  // A table that is replaced may return to an earlier state: there, the same content under the same name counts as new when it was
  // written anew. Everywhere else the identity alone decides, as the contract says.
  const isReplaced = context.parts.swap.load === 'replace';
  const candidates = alike.filter((entry) => !isReplaced || entry.modifiedMs === modifiedMs(source.stamp));
  if (candidates.length === 0) return undefined;
  const found = await identify(source.path, context.request.signal);
  if (found.kind === 'io-failure') throw new RunStop('failed', 'unreadable', found.message);
  if (found.kind === 'changed')
    throw new RunStop(
      'failed',
      'source_changed',
      `\`${source.file}\` is still being written; run again when it is complete.`,
    );
  return candidates.findLast((entry) => entry.sha256 === found.sha256);
}
