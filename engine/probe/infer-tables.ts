import type { IoFailure } from '../files/io-failure.ts';
import type { FileRejection } from '../read/chunk.ts';
import { dateCandidates, timestampCandidates } from './date-candidates.ts';
import { describeColumns } from './describe-columns.ts';
import { inferCdc, inferKey } from './infer-keys.ts';
import { inferReference, type Referable } from './infer-references.ts';
import type { InferredColumn, InferredTable } from './inferred-table.ts';
import { settleColumn } from './settle-column.ts';
import { surveyFile } from './survey-file.ts';
import { tableName } from './table-name.ts';

export interface InferOptions {
  /** Name of the dataset; only for one file. */
  readonly name?: string;
  /** Most records of a file to look at; all by default. */
  readonly mostRecords?: number;
  readonly signal?: AbortSignal;
}

/** A file of which no table could be made. */
export interface NotInferred {
  readonly kind: 'not-inferred';
  readonly file: string;
  readonly cause: FileRejection | IoFailure;
  readonly message: string;
}

/**
 * A table for each file, with references between them. Files are read once, in bounded memory. Names that meet are told
 * apart by a number.
 */
export async function inferTables(
  files: readonly string[],
  options: InferOptions = {},
): Promise<(InferredTable | NotInferred)[]> {
  const candidates = { dates: dateCandidates(), timestamps: timestampCandidates() };
  const { mostRecords = Number.POSITIVE_INFINITY, signal } = options;
  const drafts: (Draft | NotInferred)[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    const survey = await surveyFile(file, { candidates, mostRecords, ...(signal && { signal }) });
    if (survey.kind !== 'survey') {
      drafts.push({ kind: 'not-inferred', file, cause: survey, message: survey.message });
      continue;
    }
    const name = freeName(
      options.name !== undefined && files.length === 1 ? options.name : tableName(file),
      taken,
    );
    const columns = describeColumns(name, survey, candidates);
    const key = inferKey(name, columns);
    drafts.push({
      kind: 'draft',
      name,
      survey,
      columns,
      key,
      cdc: inferCdc(columns),
      isSample: survey.isSample,
    });
  }
  const referable = drafts.filter((draft) => draft.kind === 'draft').map(asReferable);
  return drafts.map((draft) => (draft.kind === 'draft' ? finish(draft, referable) : draft));
}

interface Draft {
  readonly kind: 'draft';
  readonly name: string;
  readonly survey: Extract<Awaited<ReturnType<typeof surveyFile>>, { kind: 'survey' }>;
  readonly columns: ReturnType<typeof describeColumns>;
  readonly key: ReturnType<typeof inferKey>;
  readonly cdc: string | null;
  readonly isSample: boolean;
}

function asReferable({ name, columns, key, isSample }: Draft): Referable {
  return { name, columns, key: key.column, isSample };
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}_${number}`;
  taken.add(name);
  return name;
}

function finish(draft: Draft, tables: readonly Referable[]): InferredTable {
  const { name, survey, key, cdc } = draft;
  const child = asReferable(draft);
  const columns = draft.columns.map((column): InferredColumn => {
    const isKey = column.name === key.column;
    const isFit = column.type === 'string' || column.type === 'int' || column.type === 'bigint';
    const reference = isKey || !isFit || column.name === cdc ? null : inferReference(child, column, tables);
    return settleColumn(column, { isKey, isCdc: column.name === cdc, reference, records: survey.records });
  });
  const { delimiter, quote, hasHeader, encoding, compression } = survey.format;
  const nullValues = [...new Set(draft.columns.flatMap(({ nullWords }) => nullWords))].sort();
  const notes = [...key.notes];
  if (cdc === null && key.column !== null)
    notes.push('No column says which version of a row is the latest: the last one read wins.');
  if (survey.malformed > 0)
    notes.push(`${survey.malformed} of ${survey.records} records cannot be read as they are.`);
  if (survey.duplicates.length > 0) notes.push('Names stand twice in the header: no run takes such a file.');
  if (survey.records === 0) notes.push('It holds no record: everything but the names is a guess.');
  return {
    kind: 'table',
    name,
    files: [survey.file],
    format: { delimiter, quote, hasHeader, encoding, compression, nullValues },
    columns,
    key: key.column === null ? [] : [key.column],
    cdc,
    records: survey.records,
    malformed: survey.malformed,
    isSample: survey.isSample,
    notes,
  };
}
