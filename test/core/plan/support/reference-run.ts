import { createHash } from 'node:crypto';
import type { Column, Dataset } from '../../../../core/model/project.ts';
import { type Delivered, maskKey, sortRows } from './play-plan.ts';

/** A rule of the reference: broken by a record, told as `id`. */
interface Verdict {
  readonly reasons: readonly string[];
  readonly isRejected: boolean;
  /** The row as the target would hold it, as text. */
  readonly row: readonly (string | null)[];
  readonly isTombstone: boolean;
}

export interface ReferenceOptions {
  readonly dataset: Dataset;
  readonly parents: Readonly<Record<string, readonly string[]>>;
  /** Row checks and `delete_when` in TypeScript, over values as text; null is unknown. */
  readonly checks: readonly { readonly name: string; readonly holds: (row: Row) => boolean | null }[];
  readonly isTombstone: (row: Row) => boolean | null;
}

export type Row = Readonly<Record<string, string | null>>;

export interface Expected {
  readonly target: readonly (readonly (string | null)[])[];
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  readonly rejected: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** The contract told a second time, row by row, without SQL: what a run must give. */
export function referenceRun(
  options: ReferenceOptions,
  before: readonly (readonly (string | null)[])[],
  delivery: readonly Delivered[],
): Expected {
  const { columns, source } = tableOf(options.dataset);
  const verdicts = delivery.map((delivered) => ({ delivered, verdict: judge(options, delivered) }));
  const reasons: Record<string, readonly string[]> = {};
  for (const { delivered, verdict } of verdicts) {
    if (verdict.reasons.length > 0) reasons[idOf(delivered)] = verdict.reasons;
  }
  const rejected = verdicts
    .filter(({ verdict }) => verdict.isRejected)
    .map(({ delivered }) => idOf(delivered));
  const candidates = verdicts.filter(({ verdict }) => !verdict.isRejected);
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const keyOf = (row: readonly (string | null)[]): string =>
    JSON.stringify(source.mergeKey.map((key) => row[at(key)] ?? null));
  const cdcAt = source.cdcKey === null ? -1 : at(source.cdcKey);
  const cdcType = columns[cdcAt]?.type ?? 'string';
  const isNewer = (left: readonly (string | null)[], right: readonly (string | null)[]): number =>
    cdcAt < 0 ? 0 : compare(left[cdcAt] ?? null, right[cdcAt] ?? null, cdcType);
  const counts = {
    accepted: delivery.length,
    quarantined: rejected.length,
    superseded: 0,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    stale: 0,
    deleted: 0,
    retried: 0,
  };
  let winners = candidates;
  if (source.load !== 'append' && source.mergeKey.length > 0) {
    const best = new Map<string, (typeof candidates)[number]>();
    for (const candidate of candidates) {
      const key = keyOf(candidate.verdict.row);
      const held = best.get(key);
      if (held !== undefined) counts.superseded += 1;
      if (held === undefined || isNewer(candidate.verdict.row, held.verdict.row) >= 0)
        best.set(key, candidate);
    }
    winners = [...best.values()];
  }
  const target = source.load === 'replace' ? [] : before.map((row) => row);
  for (const { verdict } of winners) {
    const { row, isTombstone } = verdict;
    const hit = source.load === 'upsert' ? target.findIndex((held) => keyOf(held) === keyOf(row)) : -1;
    const held = target[hit];
    if (held === undefined) {
      if (isTombstone) counts.unchanged += 1;
      else {
        counts.inserted += 1;
        target.push(row);
      }
    } else if (isNewer(held, row) > 0) counts.stale += 1;
    else if (isTombstone) {
      counts.deleted += 1;
      target.splice(hit, 1);
    } else if (JSON.stringify(held) === JSON.stringify(row)) counts.unchanged += 1;
    else {
      counts.updated += 1;
      target[hit] = row;
    }
  }
  return { target: sortRows(target), reasons, rejected: rejected.sort(), counts };
}

function judge(options: ReferenceOptions, delivered: Delivered): Verdict {
  const { columns, checks, source } = tableOf(options.dataset);
  const broken = new Map<string, string>();
  const note = (id: string, severity: string): void => void broken.set(id, severity);
  const clear: Record<string, string | null> = {};
  const failedCasts = new Set<string>();
  for (const [index, column] of columns.entries()) {
    const type = column.mask === null ? column.type : 'string';
    const raw = delivered.values[index] ?? null;
    const trimmed = raw === null ? '' : raw.replace(/^[ \t]+|[ \t]+$/g, '');
    const text = trimmed === '' || source.format.nullValues.includes(trimmed) ? null : trimmed;
    const typed = text === null ? defaultOf(column) : cast(text, type);
    const severity = (kind: keyof Column['severity'], otherwise: string): string =>
      column.severity[kind] ?? otherwise;
    if (text !== null && typed === null) {
      note(`cast:${column.name}`, severity('cast', column.onCast));
      failedCasts.add(severity('cast', column.onCast) === 'nullify' ? '' : column.name);
    }
    if (column.isRequired && typed === null && !failedCasts.has(column.name)) {
      note(`required:${column.name}`, severity('required', 'quarantine'));
    }
    let isNullified = false;
    const rule = (
      kind: 'pattern' | 'min' | 'max' | 'valid_vals',
      isBroken: boolean,
      otherwise: string,
    ): void => {
      if (!isBroken) return;
      note(`${kind}:${column.name}`, severity(kind, otherwise));
      isNullified ||= severity(kind, otherwise) === 'nullify';
    };
    if (typed !== null) {
      if (column.pattern !== null)
        rule('pattern', !new RegExp(`^(?:${column.pattern})$`).test(typed), 'quarantine');
      if (column.min !== null)
        rule('min', compare(typed, canonical(String(column.min), type), type) < 0, 'quarantine');
      if (column.max !== null)
        rule('max', compare(typed, canonical(String(column.max), type), type) > 0, 'quarantine');
      if (column.validValues !== null) {
        const allowed = column.validValues.map((value) => fold(canonical(String(value), type)));
        rule('valid_vals', !allowed.includes(fold(typed)), 'nullify');
      }
    }
    const isTrimmed =
      column.mask !== null ||
      source.mergeKey.includes(column.name) ||
      source.cdcKey === column.name ||
      column.isUnique ||
      column.references !== null ||
      column.validValues !== null;
    const stored = type === 'string' && !isTrimmed && text !== null ? raw : typed;
    clear[column.name] = isNullified ? null : stored;
  }
  for (const key of source.mergeKey) {
    if (clear[key] === null && !failedCasts.has(key)) note(`key:${key}`, 'quarantine');
  }
  for (const check of options.checks) {
    const severity = checks.find(({ name }) => name === check.name)?.severity ?? 'quarantine';
    if (check.holds(clear) === false) note(`check:${check.name}`, severity);
  }
  const isTombstone = options.isTombstone(clear) === true;
  const row = columns.map((column) => {
    const value = maskOf(column, clear[column.name] ?? null);
    if (column.references === null || value === null) return value;
    if ((options.parents[column.name] ?? []).includes(value)) return value;
    const severity = column.severity.references ?? 'quarantine';
    const effective =
      severity === 'nullify' && source.mergeKey.includes(column.name) ? 'quarantine' : severity;
    note(`references:${column.name}`, effective);
    return effective === 'nullify' ? null : value;
  });
  const order = ['cast', 'key', 'required', 'pattern', 'min', 'max', 'valid_vals', 'check', 'references'];
  const place = (id: string): number => {
    const [kind = '', name = ''] = id.split(':');
    const inner =
      kind === 'key' ? source.mergeKey.indexOf(name) : columns.findIndex((column) => column.name === name);
    const check = checks.findIndex((candidate) => candidate.name === name);
    return order.indexOf(kind) * 10_000 + (kind === 'check' ? check : inner);
  };
  return {
    reasons: [...broken.keys()].sort((left, right) => place(left) - place(right)),
    isRejected: [...broken.values()].some((severity) => severity === 'quarantine' || severity === 'error'),
    row,
    isTombstone,
  };
}

function tableOf(dataset: Dataset) {
  if (dataset.table === null || dataset.source === null) throw new Error('A dataset without halves.');
  return { columns: dataset.table.columns, checks: dataset.table.checks, source: dataset.source };
}

function idOf({ fileNo, record }: Delivered): string {
  return `${fileNo}:${record}`;
}

function defaultOf(column: Column): string | null {
  if (column.default === null) return null;
  return canonical(String(column.default), column.mask === null ? column.type : 'string');
}

function canonical(text: string, type: string): string {
  const value = cast(text, type);
  if (value === null) throw new Error(`${text} is no ${type}`);
  return value;
}

/** Types of the random cases only. */
function cast(text: string, type: string): string | null {
  if (type === 'string') return text;
  if (type === 'int') return /^[+-]?[0-9]{1,6}(\.0+)?$/.test(text) ? `${Number(text) + 0}` : null;
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? american(text);
  if (year === undefined) return null;
  const iso = `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? null : iso;
}

function american(text: string): readonly (string | undefined)[] {
  const [, month, day, year] = /^([0-9]{1,2})[/]([0-9]{1,2})[/]([0-9]{4})$/.exec(text) ?? [];
  return [undefined, year, month, day];
}

/** NULL is smallest; numbers by value, text and dates by bytes (ASCII here). */
function compare(left: string | null, right: string | null, type: string): number {
  if (left === null || right === null) return Number(right === null) - Number(left === null);
  if (type === 'int') return Number(left) - Number(right);
  return left < right ? -1 : Number(left > right);
}

function fold(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function maskOf({ mask }: Column, value: string | null): string | null {
  if (mask === null || value === null) return mask === 'null' ? null : value;
  if (mask === 'null') return null;
  return mask === 'redact' ? '***' : createHash('sha256').update(`${maskKey}:${value}`).digest('hex');
}
