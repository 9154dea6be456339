import type { Origin } from '../contracts/origin.ts';
import type { Plan, PlanColumn, PlanOperation, PlanRule } from '../contracts/plan.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { oneLine } from './align-rows.ts';
import { placeOfOrigin, statementOf } from './describe-plan.ts';

/** One thing in which two plans of a dataset differ. */
export interface PlanDifference {
  readonly kind: 'dataset' | 'column' | 'rule' | 'setting' | 'statement';
  readonly change: 'added' | 'removed' | 'changed';
  /** Dataset, column, rule id, setting, or operation (`changes (later)`). */
  readonly name: string;
  /** What differs, in words: `severity: quarantine → warn`. */
  readonly details: readonly string[];
  /** Where it is asked for: in the later plan, or in the earlier one when it is gone. */
  readonly origin: Origin | null;
}

/**
 * What changes from one plan to another, in the order settings, columns, rules, statements; empty when a run would do
 * the same. Null stands for a dataset that is not there.
 */
export function diffPlans(before: Plan | null, after: Plan | null): readonly PlanDifference[] {
  if (before === null || after === null) {
    const plan = before ?? after;
    if (plan === null) return [];
    const change = before === null ? 'added' : 'removed';
    return [
      {
        kind: 'dataset',
        change,
        name: plan.dataset,
        details: [],
        origin: plan.operations[0]?.origin ?? null,
      },
    ];
  }
  if (before.fingerprint === after.fingerprint) return [];
  return [
    ...diffSettings(before, after),
    ...diffOrder(before.columns, after.columns),
    ...diffMembers('column', [before.columns, after.columns], {
      nameOf: (column) => column.name,
      wordsOf: columnWords,
    }),
    ...diffMembers('rule', [before.rules, after.rules], { nameOf: (rule) => rule.id, wordsOf: ruleWords }),
    ...diffMembers('statement', [statements(before), statements(after)], {
      nameOf: operationName,
      wordsOf: statementWords,
    }),
  ];
}

/** The differences as lines for people, one a line; a sentence when there are none. */
export function describeDifferences(differences: readonly PlanDifference[]): string {
  if (differences.length === 0) return 'The plan is the same.\n';
  const words = { added: 'is new', removed: 'is gone', changed: 'changed' };
  return `${differences
    .map(({ kind, change, name, details, origin }) => {
      const place = origin === null ? '' : `  (${placeOfOrigin(origin)})`;
      const tail = details.length === 0 ? '' : `: ${details.join('; ')}`;
      return oneLine(`${kind} ${name} ${words[change]}${tail}${place}`);
    })
    .join('\n')}\n`;
}

type Words = Readonly<Record<string, string>>;

function diffMembers<M extends { readonly origin: Origin }>(
  kind: PlanDifference['kind'],
  [before, after]: readonly [readonly M[], readonly M[]],
  { nameOf, wordsOf }: { readonly nameOf: (member: M) => string; readonly wordsOf: (member: M) => Words },
): readonly PlanDifference[] {
  const older = new Map(before.map((member) => [nameOf(member), member]));
  const newer = new Map(after.map((member) => [nameOf(member), member]));
  const changes = after.flatMap((member): PlanDifference[] => {
    const name = nameOf(member);
    const old = older.get(name);
    if (old === undefined) {
      return [
        { kind, change: 'added', name, details: summarize(kind, wordsOf(member)), origin: member.origin },
      ];
    }
    const details = diffWords(wordsOf(old), wordsOf(member));
    return details.length === 0 ? [] : [{ kind, change: 'changed', name, details, origin: member.origin }];
  });
  const removals = before
    .filter((member) => !newer.has(nameOf(member)))
    .map(
      (member): PlanDifference => ({
        kind,
        change: 'removed',
        name: nameOf(member),
        details: [],
        origin: member.origin,
      }),
    );
  return [...removals, ...changes];
}

function summarize(kind: PlanDifference['kind'], words: Words): readonly string[] {
  const shown = { column: ['type', 'mask', 'needed', 'headers'], rule: ['severity', 'message'] };
  const keys = kind === 'column' || kind === 'rule' ? shown[kind] : [];
  return keys.flatMap((key) => words[key] || []);
}

function diffWords(before: Words, after: Words): readonly string[] {
  return Object.keys({ ...before, ...after })
    .filter((key) => before[key] !== after[key])
    .map((key) => (key in hidden ? key : `${key}: ${before[key] || 'none'} → ${after[key] || 'none'}`));
}

/** Too long to show: that it differs says enough. */
const hidden: Readonly<Record<string, true>> = {
  'what the file says': true,
  'text for DuckDB': true,
  'text for Spark': true,
};

function columnWords({ type, isNeeded, mask, headers }: PlanColumn): Words {
  return {
    type,
    mask: mask ?? '',
    needed: isNeeded ? 'needed' : '',
    headers: headers.length > 1 ? headers.join(', ') : '',
  };
}

function ruleWords({ severity, message, scope, columns, onlyOn, origin }: PlanRule): Words {
  return {
    'what the file says': origin.hash,
    severity,
    message,
    scope,
    columns: columns.join(', '),
    engine: onlyOn ?? '',
  };
}

function operationName(operation: PlanOperation): string {
  return operation.kind === 'sql' && operation.when !== undefined
    ? `${operation.name} (${operation.when})`
    : operation.name;
}

function statements(plan: Plan): readonly PlanOperation[] {
  return plan.operations.filter((operation) => statementOf(operation, 'spark') !== null);
}

function statementWords(operation: PlanOperation): Words {
  return {
    'text for DuckDB': statementOf(operation, 'duckdb') ?? '',
    'text for Spark': statementOf(operation, 'spark') ?? '',
  };
}

/** Everything that is neither column, rule nor statement, member by member: `read.path`, `gate.maxBadShare`. */
function diffSettings(before: Plan, after: Plan): readonly PlanDifference[] {
  const older = settingsOf(before);
  const newer = settingsOf(after);
  return [...new Set([...older.keys(), ...newer.keys()])].flatMap((name): PlanDifference[] => {
    const [was, is] = [older.get(name), newer.get(name)];
    if (was?.text === is?.text) return [];
    const details = [`${was?.text ?? 'none'} → ${is?.text ?? 'none'}`];
    return [{ kind: 'setting', change: 'changed', name, details, origin: (is ?? was)?.origin ?? null }];
  });
}

/** Columns that both plans have, in another order. */
function diffOrder(before: readonly PlanColumn[], after: readonly PlanColumn[]): readonly PlanDifference[] {
  const common = (columns: readonly PlanColumn[], others: readonly PlanColumn[]): readonly string[] =>
    columns.map(({ name }) => name).filter((name) => others.some((other) => other.name === name));
  const [was, is] = [common(before, after), common(after, before)];
  if (was.every((name, index) => is[index] === name)) return [];
  const details = [`${was.join(', ')} → ${is.join(', ')}`];
  return [{ kind: 'setting', change: 'changed', name: 'column order', details, origin: null }];
}

interface Setting {
  readonly text: string;
  readonly origin: Origin | null;
}

function settingsOf(plan: Plan): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  const add = (prefix: string, values: object, origin: Origin | null): void => {
    for (const [key, value] of Object.entries(values)) {
      if (!skipped.has(key)) settings.set(`${prefix}${key}`, { text: canonicalJson(value), origin });
    }
  };
  const { environment, schema, targetPath, spark, gate, operations, references } = plan;
  add('', { environment, schema, targetPath, spark }, null);
  add('gate.', gate, gate.origin);
  for (const operation of operations) {
    if (operation.kind === 'sql' || operation.kind === 'spark-check') continue;
    add(`${operation.name}.`, operation, operation.origin);
    if (operation.kind === 'read') add('read.format.', operation.format, operation.origin);
  }
  for (const { rule, relation: _relation, ...reference } of references) add(`${rule}.`, reference, null);
  return settings;
}

const skipped = new Set([
  'kind',
  'name',
  'doc',
  'origin',
  'select',
  'shape',
  'words',
  'parameters',
  'columns',
  'format',
]);
