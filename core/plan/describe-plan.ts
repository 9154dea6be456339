import type { Origin } from '../contracts/origin.ts';
import type {
  Plan,
  PlanColumn,
  PlanOperation,
  PlanRule,
  ReadOperation,
  SwapOperation,
} from '../contracts/plan.ts';
import type { Dialect } from '../translate/dialect.ts';
import { alignRows, oneLine } from './align-rows.ts';

export interface DescribeOptions {
  /** Show every statement in this dialect. */
  readonly sql?: Dialect;
}

/** The plan as text for people: what is read, which columns and rules it has, and each operation with its origin. */
export function describePlan(plan: Plan, options: DescribeOptions = {}): string {
  const sections = [
    describeHead(plan),
    section('Columns', alignRows(plan.columns.map(columnCells))),
    section(
      'Rules, in the order in which reasons are listed',
      plan.rules.length === 0 ? ['  none'] : alignRows(plan.rules.map(ruleCells)),
    ),
    section('Gate', describeGate(plan)),
    section('Operations', describeOperations(plan.operations, options)),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `schema/tables_schema.yaml:tables.claim.columns.billed` */
export function placeOfOrigin({ file, path }: Origin): string {
  return path === '' ? file : `${file}:${path}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...lines];
}

function describeHead(plan: Plan): readonly string[] {
  const read = plan.operations.find((operation): operation is ReadOperation => operation.kind === 'read');
  const swap = plan.operations.find((operation): operation is SwapOperation => operation.kind === 'swap');
  const rows = [
    ['reads', read === undefined ? '' : describeSource(read)],
    ['loads', swap === undefined ? '' : describeLoad(swap)],
    ['environment', plan.environment ?? 'none'],
    [
      'compiled from',
      Object.entries(plan.compiledFrom)
        .map(([file, hash]) => `${file} ${hash.slice(0, 12)}`)
        .join(', '),
    ],
    ['fingerprint', plan.fingerprint],
  ];
  return [`Plan of ${oneLine(plan.dataset)}`, ...alignRows(rows)];
}

function describeSource({ path, glob, isRecursive, format }: ReadOperation): string {
  const header = format.hasHeader ? 'with a header' : 'without a header';
  const quote = format.quote === '' ? 'never quoted' : `quoted by ${format.quote}`;
  const folders = isRecursive ? ' and its subfolders' : '';
  return `${path}${glob}${folders}: ${format.encoding}, fields apart by ${JSON.stringify(format.delimiter)}, ${quote}, ${header}`;
}

function describeLoad({ table, load, keys, partitionBy }: SwapOperation): string {
  const by = keys.length === 0 ? '' : ` by ${keys.join(', ')}`;
  const partitions = partitionBy.length === 0 ? '' : `, partitioned by ${partitionBy.join(', ')}`;
  return `${table}: ${load}${by}${partitions}`;
}

function columnCells({ name, type, isNeeded, mask, headers, origin }: PlanColumn): readonly string[] {
  const notes = [
    ...(isNeeded ? ['needed'] : []),
    ...(mask === undefined ? [] : [`masked (${mask})`]),
    ...(headers.length > 1 ? [`also ${headers.slice(1).join(', ')}`] : []),
  ];
  return [name, type, notes.join(', '), placeOfOrigin(origin)];
}

function ruleCells({ id, scope, severity, message, onlyOn, origin }: PlanRule): readonly string[] {
  return [
    id,
    scope,
    severity,
    onlyOn === undefined ? message : `${message} (on ${onlyOn} only)`,
    placeOfOrigin(origin),
  ];
}

function describeGate({ gate }: Plan): readonly string[] {
  const late = gate.hoursLate === null ? [] : [`the newest file is at most ${gate.hoursLate} hours old`];
  const terms = [
    'no rule of severity error fails',
    `at most ${Number((gate.maxBadShare * 100).toFixed(6))} % of the records are bad`,
    ...(gate.minRows > 0 ? [`at least ${gate.minRows} records arrive`] : []),
    ...late,
  ];
  return alignRows([[terms.join(', '), placeOfOrigin(gate.origin)]]);
}

function describeOperations(
  operations: readonly PlanOperation[],
  { sql }: DescribeOptions,
): readonly string[] {
  const heads = alignRows(
    operations.map((operation, index) => [
      `${index + 1}`.padStart(2),
      operation.name,
      whenOf(operation),
      placeOfOrigin(operation.origin),
    ]),
  );
  return operations.flatMap((operation, index) => {
    const text = sql === undefined ? null : statementOf(operation, sql);
    const statement = text === null ? [] : ['', ...text.split('\n').map(showTabs), ''];
    return [heads[index] ?? '', `      ${oneLine(operation.doc)}`, ...statement];
  });
}

/** A line of SQL, its tabs as they are and every other control character made visible. */
function showTabs(line: string): string {
  return `      ${line.split('\t').map(oneLine).join('\t')}`;
}

function whenOf(operation: PlanOperation): string {
  if (operation.kind !== 'sql') return operation.kind;
  return operation.when === undefined ? operation.phase : `${operation.phase}, ${operation.when}`;
}

/** The statement of an operation in a dialect; null when it has none. */
export function statementOf(operation: PlanOperation, dialect: Dialect): string | null {
  switch (operation.kind) {
    case 'stage':
      return operation.select[dialect];
    case 'sql':
      return operation.text[dialect];
    case 'spark-check':
      return dialect === 'spark' ? operation.query : null;
    default:
      return null;
  }
}
