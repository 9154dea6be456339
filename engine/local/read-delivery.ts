import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openFile } from '../files/open-file.ts';
import type { Chunk, FileRejection, FileSummary } from '../read/chunk.ts';
import { plainName } from '../read/parse-header.ts';
import { readRecords } from '../read/read-records.ts';
import type { ChunkTarget } from './chunk-sql.ts';
import type { ReadFile } from './find-twin.ts';
import { addMalformed, dropMalformed } from './malformed-records.ts';
import { type ColumnMatch, matchColumns } from './match-columns.ts';
import type { ParameterValues, RunContext } from './run-context.ts';
import { valuesFor } from './run-context.ts';
import { RunStop, stopIfAborted } from './run-stop.ts';
import { assertSame, type SourceFile } from './source-file.ts';
import { createStageWriter, type StageWriter, type WrittenPart } from './stage-writer.ts';

/** A file that was read and staged. */
export interface StagedFile extends ReadFile {
  readonly fileNo: number;
  /** Records by the independent count. */
  readonly counted: number;
  readonly blankLines: number;
}

export interface ReadDelivery {
  readonly staged: readonly StagedFile[];
  /** Files that hold no byte. */
  readonly empty: readonly SourceFile[];
  readonly parts: readonly WrittenPart[];
  /** Forgets a file: its staged rows and malformed records are not of this delivery. */
  readonly drop: (fileNo: number) => Promise<void>;
}

export interface ReadOptions {
  readonly files: readonly SourceFile[];
  readonly values: ParameterValues;
  /** Folder of the staged files; made here. */
  readonly folder: string;
}

/** Reads the files one after the other and stages their records, two parts side by side. */
export async function readDelivery(context: RunContext, options: ReadOptions): Promise<ReadDelivery> {
  const { request, parts: plan, scratch } = context;
  await mkdir(options.folder, { recursive: true });
  const written: WrittenPart[] = [];
  let rows = 0;
  let bytesBefore = 0;
  const totalBytes = options.files.reduce((sum, file) => sum + file.stamp.sizeBytes, 0);
  const writer = createStageWriter({
    scratch,
    stage: plan.stage,
    values: valuesFor(plan.stage, options.values),
    folder: options.folder,
    isDurable: request.dryRun === undefined,
    onWritten: (part) => {
      written.push(part);
      rows += part.rows;
    },
  });
  const progress = createProgress(context, totalBytes);
  const staged: StagedFile[] = [];
  const empty: SourceFile[] = [];
  let budget = request.dryRun?.maxRecords ?? Number.POSITIVE_INFINITY;
  try {
    for (const [fileNo, source] of options.files.entries()) {
      if (budget <= 0) break;
      const result = await readFile(context, {
        fileNo,
        source,
        writer,
        ts: options.values.ts,
        budget,
        onBytes: (bytes) => progress(rows, bytesBefore + bytes),
      });
      bytesBefore += source.stamp.sizeBytes;
      if (result === 'empty') empty.push(source);
      else {
        staged.push(result);
        budget -= result.records;
      }
    }
  } catch (error) {
    // What still runs must not write into a folder that is being removed; its own failure is this one's, or its echo.
    await Promise.allSettled([writer.drain()]);
    throw error;
  }
  await writer.drain();
  // Only now: of a delivery with a file that rejects it, no file counts as read, whichever engine reads them in whichever order.
  for (const { source, records, malformed, blankLines } of staged)
    request.emit({ kind: 'file-read', file: source.file, records, malformed, blankLines });
  return {
    staged,
    empty,
    get parts() {
      return written.toSorted((a, b) => (a.part < b.part ? -1 : 1));
    },
    drop: async (fileNo) => {
      for (const part of written.filter((one) => one.fileNo === fileNo)) {
        written.splice(written.indexOf(part), 1);
        await rm(join(options.folder, part.part), { force: true });
      }
      await dropMalformed(scratch.main, fileNo);
    },
  };
}

/** What a generator that is left early is told; nobody reads it. */
const abandoned: FileRejection = { kind: 'rejected', rejection: 'unreadable', line: null, message: '' };

interface FileTask {
  readonly fileNo: number;
  readonly source: SourceFile;
  readonly writer: StageWriter;
  readonly ts: string;
  /** Records that may still be read. */
  readonly budget: number;
  readonly onBytes: (bytes: number) => void;
}

async function readFile(context: RunContext, task: FileTask): Promise<StagedFile | 'empty'> {
  const { plan, parts, request, scratch } = context;
  const { source, fileNo, writer } = task;
  const opened = await openFile(source.path);
  if (opened.kind === 'io-failure') throw new RunStop('failed', 'unreadable', opened.message);
  const { sizeBytes } = source.stamp;
  const chunks = readRecords(opened.pieces(), parts.read.format, {
    fileName: source.file,
    sizeBytes,
    columns: plan.columns.length,
    signal: request.signal,
    ...(request.dryRun !== undefined && { chunkBytes: { first: 1 << 16, largest: 1 << 20 } }),
  });
  let known: { readonly target: ChunkTarget; readonly match: ColumnMatch } | null = null;
  let partial: FileSummary | null = null;
  const fitted = (header: readonly string[]) => {
    if (known !== null) return known;
    const match = matchColumns(source.file, header, parts.read);
    const { delimiter } = parts.read.format;
    const target = {
      fileNo,
      fileName: source.file,
      ts: task.ts,
      delimiter,
      columns: plan.columns,
      fields: match.fields,
    };
    known = { target, match };
    return known;
  };
  let result: FileSummary | FileRejection;
  try {
    for (let next = await chunks.next(); ; next = await chunks.next()) {
      stopIfAborted(request.signal);
      if (next.done === true) {
        result = next.value;
        break;
      }
      const chunk = next.value;
      await writer.write(chunk, fitted(chunk.header).target);
      await addMalformed(scratch.main, { no: fileNo, name: source.file }, chunk.malformed);
      task.onBytes(chunk.bytesRead);
      partial = addUp(partial, chunk, sizeBytes);
      if (partial.records >= task.budget) {
        result = partial;
        break;
      }
    }
  } finally {
    await chunks.return(abandoned);
    await opened.close();
  }
  if (result.kind === 'rejected') {
    if (result.rejection === 'empty') return 'empty';
    // What its header is refused for comes first, however little of the file has been read by then.
    if (result.header !== undefined) fitted(result.header);
    const { message, rejection } = result;
    request.emit({ kind: 'file-seen', file: source.file, sizeBytes, state: 'rejected', reason: message });
    throw new RunStop(
      'rejected',
      `file_${rejection.replaceAll('-', '_')}`,
      `\`${source.file}\` cannot be read: ${message} Nothing of this delivery was ingested; mend the file or take it out of the source, then run again.`,
    );
  }
  await assertSame(source);
  const { target, match } = fitted(result.header);
  if (result.records === result.malformed) await writer.writeEmpty(target);
  if (result.countedRecords !== result.records) {
    throw new RunStop(
      'failed',
      'counts_disagree',
      `\`${source.file}\` has ${result.countedRecords} records by one count and ${result.records} by another; nothing was changed. Please report this with the file's dialect.`,
    );
  }
  // Of a file that turns out to be at fault drift is not told, however much of it has been read by then.
  tellDrift(context, source.file, match);
  const { records, malformed, blankLines, countedRecords, sha256 } = result;
  const header = JSON.stringify(result.header.map(plainName));
  return { fileNo, source, sha256, header, records, malformed, blankLines, counted: countedRecords };
}

/** A summary of what was read so far, for a dry run that stops in the middle. */
function addUp(before: FileSummary | null, chunk: Chunk, sizeBytes: number): FileSummary {
  const records = (before?.records ?? 0) + chunk.records;
  return {
    kind: 'complete',
    header: chunk.header,
    duplicates: [],
    records,
    malformed: (before?.malformed ?? 0) + chunk.malformed.length,
    blankLines: (before?.blankLines ?? 0) + chunk.blankLines,
    countedRecords: records,
    sizeBytes,
    sha256: '',
  };
}

function tellDrift(context: RunContext, file: string, match: ColumnMatch): void {
  const { missing, unknown, isReordered } = match;
  const { onDrift } = context.parts.read;
  if (onDrift === 'ignore' || (missing.length === 0 && unknown.length === 0 && !isReordered)) return;
  context.request.emit({ kind: 'drift-seen', file, missing, unknown, isReordered });
}

function createProgress(context: RunContext, totalBytes: number): (rows: number, bytes: number) => void {
  let last = 0;
  return (rows, bytes) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    context.request.emit({ kind: 'stage-progress', stage: 'stage', rows, bytes, totalBytes });
  };
}
