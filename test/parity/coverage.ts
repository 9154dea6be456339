import type { Plan, PlanOperation } from '../../core/contracts/plan.ts';
import type { Played } from './play-local.ts';
import type { PlayedRun } from './play-project.ts';

/** How often something that parity has to cover was in a run, and in how many of those it took effect. */
export interface Covered {
  readonly name: string;
  readonly runs: number;
  readonly hits: number;
}

export interface Coverage {
  /** Adds a run: what its plan asks for, and what came of it. `layout`: what only the maker of the files knows. */
  add(run: PlayedRun, layout: readonly string[]): void;
  /** In the order of `wanted`. */
  all(): readonly Covered[];
}

const all = ['error', 'quarantine', 'nullify', 'warn'];
const severities: Readonly<Record<string, readonly string[]>> = {
  cast: ['error', 'quarantine', 'nullify'],
  key: ['quarantine'],
  required: ['error', 'quarantine', 'warn'],
  pattern: all,
  min: all,
  max: all,
  valid_vals: all,
  check: ['error', 'quarantine', 'warn'],
  references: all,
  unique: ['error', 'warn'],
  'table-check': ['error', 'warn'],
};

function group(name: string, values: readonly string[]): readonly string[] {
  return values.map((value) => `${name} ${value}`);
}

/** Everything that a full campaign has to have had, and, but for settings that are simply there, to have seen at work. */
export const wanted: readonly string[] = [
  ...Object.entries(severities).flatMap(([rule, levels]) =>
    levels.map((severity) => `rule ${rule}: ${severity}`),
  ),
  ...group('type', ['string', 'int', 'bigint', 'double', 'boolean', 'date', 'timestamp', 'decimal']),
  ...group('encoding', ['utf-8', 'utf-16', 'iso-8859-1', 'windows-1252']),
  ...group('compression', ['auto', 'gzip', 'none']),
  ...group('file', ['plain', 'gzip']),
  ...group('quote', ['"', "'", 'none']),
  ...group('header', ['yes', 'no']),
  ...group('malformed', ['fields', 'quote', 'nul', 'encoding']),
  ...group('on_drift', ['warn', 'ignore', 'fail']),
  ...group('drift', ['missing', 'unknown', 'reordered']),
  ...group('on_redelivery', ['skip', 'ingest', 'fail']),
  ...group('state', ['new', 'leftover', 'redelivered', 'empty_file', 'settling', 'rejected', 'ignored']),
  ...group('load', ['upsert', 'append', 'replace']),
  ...group('order_by', ['path', 'modified']),
  ...group('mask', ['null', 'hash', 'redact']),
  ...[
    'null_values',
    'recursive',
    'settle_seconds',
    'ready_marker',
    'rename_from',
    'partition_by',
    'delete_when',
  ],
  ...['composite key', 'masked key', 'column added later'],
  ...group('count', [
    'quarantined',
    'inserted',
    'updated',
    'unchanged',
    'superseded',
    'stale',
    'deleted',
    'retried',
  ]),
  ...group('status', ['succeeded', 'no_input', 'rejected']),
  ...group('warning', ['parent_missing', 'late']),
  ...group('code', ['drift', 'missing_column', 'duplicate_header', 'redelivered', 'error_rule']),
  ...group('code', ['table_rule', 'too_many_bad', 'too_few_rows', 'nothing_accepted']),
  ...group('code', ['file_not_gzip', 'file_damaged_gzip', 'file_open_quote', 'file_record_too_long']),
];

export function createCoverage(): Coverage {
  const counts = new Map<string, { runs: number; hits: number }>();
  const note = (name: string, isHit: boolean) => {
    const count = counts.get(name) ?? { runs: 0, hits: 0 };
    counts.set(name, { runs: count.runs + 1, hits: count.hits + (isHit ? 1 : 0) });
  };
  return {
    add({ plan, local }, layout) {
      const told = whatCame(local);
      for (const name of new Set(whatIsAsked(plan))) note(name, !isRule(name) || told.has(name));
      for (const name of [...told, ...new Set(layout)]) if (!isRule(name)) note(name, true);
    },
    all: () => {
      const others = [...counts.keys()].filter((name) => !wanted.includes(name)).sort();
      return [...wanted, ...others].map((name) => ({ name, ...(counts.get(name) ?? { runs: 0, hits: 0 }) }));
    },
  };
}

/** Rules are in every plan; what counts is whether a record broke them. */
function isRule(name: string): boolean {
  return name.startsWith('rule ');
}

function whatIsAsked(plan: Plan): readonly string[] {
  const read = operationOf(plan, 'read');
  const swap = operationOf(plan, 'swap');
  const { format } = read;
  const isMasked = (key: string) => plan.columns.some(({ name, mask }) => name === key && mask !== undefined);
  const flags: readonly (readonly [string, boolean])[] = [
    ['null_values', format.nullValues.length > 0],
    ['recursive', read.isRecursive],
    ['settle_seconds', read.settleSeconds > 0],
    ['ready_marker', read.readyMarker !== null],
    ['rename_from', plan.columns.some(({ headers }) => headers.length > 1)],
    ['partition_by', swap.partitionBy.length > 0],
    ['composite key', swap.keys.length > 1],
    ['masked key', swap.keys.some(isMasked)],
  ];
  return [
    ...plan.rules.map(({ kind, severity }) => `rule ${kind}: ${severity}`),
    ...plan.columns.map(({ type }) => `type ${type.replace(/\(.*/, '')}`),
    ...plan.columns.flatMap(({ mask }) => (mask === undefined ? [] : [`mask ${mask}`])),
    `encoding ${format.encoding}`,
    `compression ${format.compression}`,
    `quote ${format.quote === '' ? 'none' : format.quote}`,
    `header ${format.hasHeader ? 'yes' : 'no'}`,
    `on_drift ${read.onDrift}`,
    `on_redelivery ${read.onRedelivery}`,
    `order_by ${read.orderBy}`,
    `load ${swap.load}`,
    ...flags.flatMap(([name, isThere]) => (isThere ? [name] : [])),
  ];
}

function operationOf<Kind extends PlanOperation['kind']>(
  plan: Plan,
  kind: Kind,
): PlanOperation & { kind: Kind } {
  const found = plan.operations.find((operation) => operation.kind === kind);
  if (found === undefined) throw new Error(`a plan without \`${kind}\``);
  return found as PlanOperation & { kind: Kind };
}

function whatCame({ outcome, events }: Played): ReadonlySet<string> {
  const told = new Set<string>([`status ${outcome.status}`]);
  if (outcome.code !== undefined) told.add(`code ${outcome.code}`);
  for (const [name, count] of Object.entries(outcome.counts)) if (count > 0) told.add(`count ${name}`);
  for (const event of events) {
    if (event.kind === 'file-seen') {
      told.add(`state ${event.state}`);
      if (event.state === 'new') told.add(`file ${event.file.endsWith('.gz') ? 'gzip' : 'plain'}`);
    }
    if (event.kind === 'warning') told.add(`warning ${event.code}`);
    if (event.kind === 'drift-seen') {
      if (event.missing.length > 0) told.add('drift missing');
      if (event.unknown.length > 0) told.add('drift unknown');
      if (event.isReordered) told.add('drift reordered');
    }
    if (event.kind === 'rule-result' && event.failing > 0) {
      const [kind = ''] = event.rule.split(':');
      const name = kind === 'table' ? 'table-check' : kind;
      told.add(
        kind === 'malformed' ? `malformed ${event.rule.slice(10)}` : `rule ${name}: ${event.severity}`,
      );
    }
  }
  return told;
}

/** Lines for people: each feature with its runs, and, of rules, the runs in which a record broke one. */
export function tellCoverage(covered: readonly Covered[]): readonly string[] {
  return covered.map(({ name, runs, hits }) =>
    isRule(name) ? `${name.padEnd(32)} ${runs} runs, broken in ${hits}` : `${name.padEnd(32)} ${runs} runs`,
  );
}

/** What a full campaign should have had and did not have. */
export function holesOf(covered: readonly Covered[]): readonly string[] {
  return covered.filter(({ name, hits }) => wanted.includes(name) && hits === 0).map(({ name }) => name);
}
