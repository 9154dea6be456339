import { bytesOf, type DatasetName, type MalformedReason, type SampleFile } from '../delivery.ts';
import { judgeRecord } from './judge.ts';
import { type ModelTable, modelTables, type Row, type Value } from './tables.ts';

export interface ModelFile {
  readonly file: string;
  readonly state: 'new' | 'leftover' | 'redelivered' | 'empty_file';
  readonly records: number;
  readonly malformed: number;
  readonly blankLines: number;
}

export interface ModelDrift {
  readonly file: string;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly isReordered: boolean;
}

/** What one run of one dataset must report. */
export interface ModelRun {
  readonly dataset: DatasetName;
  readonly counts: Readonly<Record<(typeof countNames)[number], number>>;
  readonly malformed: Readonly<Partial<Record<MalformedReason, number>>>;
  /** Records of this delivery that break a rule, by rule id; rules that hold everywhere are left out. */
  readonly rules: Readonly<Record<string, number>>;
  readonly files: readonly ModelFile[];
  readonly drift: readonly ModelDrift[];
}

const countNames = [
  'records',
  'malformed',
  'accepted',
  'quarantined',
  'inserted',
  'updated',
  'unchanged',
  'superseded',
  'stale',
  'deleted',
  'retried',
  'targetRows',
] as const;

/** All tables, ledgers and waiting orphans between two runs. */
export interface ModelState {
  readonly tables: Readonly<Record<DatasetName, Map<string, Row>>>;
  readonly identities: Set<string>;
  readonly contents: Set<string>;
  readonly orphans: Row[];
}

export function createModelState(): ModelState {
  return {
    tables: { patients: new Map(), provider: new Map(), claim: new Map() },
    identities: new Set(),
    contents: new Set(),
    orphans: [],
  };
}

interface Candidate {
  readonly row: Row;
  /** Not of this delivery, but an orphan of an earlier one. */
  readonly isRetried: boolean;
}

const bytewise = (left: SampleFile, right: SampleFile) =>
  Buffer.compare(Buffer.from(left.name), Buffer.from(right.name));

/** Smaller than any other value when absent: the order of change dates. */
const rank = (value: Value | undefined) => (value === null || value === undefined ? '' : String(value));

function driftOf(file: SampleFile, table: ModelTable): ModelDrift | null {
  const names = table.columns.map((column) => column.name);
  const delivered = (file.header ?? []).map((name) => name.toLowerCase());
  const places = names.filter((name) => delivered.includes(name)).map((name) => delivered.indexOf(name));
  const drift = {
    file: file.name,
    missing: names.filter((name) => !delivered.includes(name)),
    unknown: (file.header ?? []).filter((name) => !names.includes(name.toLowerCase())),
    isReordered: places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)),
  };
  return drift.missing.length + drift.unknown.length > 0 || drift.isReordered ? drift : null;
}

function fileState(file: SampleFile, dataset: DatasetName, state: ModelState): ModelFile['state'] {
  if (file.header === null) return 'empty_file';
  const identity = `${dataset}/${file.name}:${Buffer.from(bytesOf(file)).toString('base64')}`;
  const content = `${dataset}:${JSON.stringify(file.entries.map((entry) => JSON.stringify(entry)).sort())}`;
  if (state.identities.has(identity)) return 'leftover';
  const isKnown = file.entries.length > 0 && state.contents.has(content);
  state.identities.add(identity);
  state.contents.add(content);
  return isKnown ? 'redelivered' : 'new';
}

/** Runs one dataset's delivery against the state, which it changes. The plainest reading of the contract, a row at a time. */
export function runModel(dataset: DatasetName, files: readonly SampleFile[], state: ModelState): ModelRun {
  const table = modelTables[dataset];
  const target = state.tables[dataset];
  const counts = Object.fromEntries(countNames.map((name) => [name, 0])) as Record<
    (typeof countNames)[number],
    number
  >;
  const malformed: Partial<Record<MalformedReason, number>> = {};
  const rules: Record<string, number> = {};
  const seen: ModelFile[] = [];
  const drift: ModelDrift[] = [];
  const isOrphan = (row: Row) =>
    table.references.filter(
      ({ column, parent }) => row[column] !== null && !state.tables[parent].has(String(row[column])),
    );

  const candidates: Candidate[] = [];
  const waiting = table.references.length > 0 ? state.orphans.splice(0) : [];
  for (const row of waiting) {
    if (isOrphan(row).length > 0) state.orphans.push(row);
    else candidates.push({ row, isRetried: true });
  }

  for (const file of [...files].sort(bytewise)) {
    const found = fileState(file, dataset, state);
    const tally = { records: 0, malformed: 0, blankLines: 0 };
    const difference = found === 'new' ? driftOf(file, table) : null;
    if (difference !== null) drift.push(difference);
    for (const entry of found === 'leftover' ? [] : file.entries) {
      if (entry.kind === 'blank') tally.blankLines += 1;
      else tally.records += 1;
      if (entry.kind === 'malformed') tally.malformed += 1;
      // A redelivered file is read to know it again, and then left out.
      if (entry.kind === 'blank' || found === 'redelivered') continue;
      counts.records += 1;
      if (entry.kind === 'malformed') {
        counts.malformed += 1;
        malformed[entry.reason] = (malformed[entry.reason] ?? 0) + 1;
        continue;
      }
      const named = (file.header ?? []).map(
        (name, index) => [name.toLowerCase(), entry.fields[index] ?? ''] as const,
      );
      const verdict = judgeRecord(Object.fromEntries(named), table);
      const missing = isOrphan(verdict.row).map(({ id }) => id);
      for (const id of [...verdict.broken, ...missing]) rules[id] = (rules[id] ?? 0) + 1;
      if (!verdict.isQuarantined && missing.length === 0)
        candidates.push({ row: verdict.row, isRetried: false });
      else {
        counts.quarantined += 1;
        if (!verdict.isQuarantined) state.orphans.push(verdict.row);
      }
    }
    seen.push({ file: file.name, state: found, ...tally });
  }
  counts.accepted = counts.records - counts.malformed;
  mergeCandidates(candidates, table, { target, counts });
  counts.targetRows = target.size;
  return { dataset, counts, malformed, rules, files: seen, drift };
}

function mergeCandidates(
  candidates: readonly Candidate[],
  table: ModelTable,
  into: { readonly target: Map<string, Row>; readonly counts: Record<(typeof countNames)[number], number> },
): void {
  const { target, counts } = into;
  const { key, changedOn } = table;
  const isNewer = (left: Row, right: Row) =>
    changedOn === null || rank(left[changedOn]) >= rank(right[changedOn]);
  const winners = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const name = String(candidate.row[key]);
    const rival = winners.get(name);
    const isWinner = rival === undefined || isNewer(candidate.row, rival.row);
    if (rival !== undefined && !(isWinner ? rival : candidate).isRetried) counts.superseded += 1;
    if (isWinner) winners.set(name, candidate);
  }
  for (const [name, { row, isRetried }] of winners) {
    const before = target.get(name);
    const verdict =
      before === undefined
        ? 'inserted'
        : !isNewer(row, before)
          ? 'stale'
          : table.columns.every((column) => row[column.name] === before[column.name])
            ? 'unchanged'
            : 'updated';
    counts[isRetried ? 'retried' : verdict] += 1;
    if (verdict === 'inserted' || verdict === 'updated') target.set(name, row);
  }
}
