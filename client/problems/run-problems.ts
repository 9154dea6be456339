import type { RunEvent } from '../../core/contracts/event.ts';
import type { Plan, PlanRule } from '../../core/contracts/plan.ts';
import type { RunRecord } from '../runs/run-record.ts';
import { formatAmount } from '../text/amounts.ts';

/** Something that a run found, at the line that asked for it. */
export interface RunProblem {
  /** Project path: `schema/tables_schema.yaml`. */
  readonly file: string;
  /** 1-based; null where no line is known: the dataset's own entry stands for it. */
  readonly line: number | null;
  readonly severity: 'error' | 'warning' | 'info';
  /** The rule's id, or the run's code. */
  readonly code: string;
  readonly message: string;
  /** Places in the delivered files: `claims.csv:44`. */
  readonly samples: readonly string[];
  /** Names the problem for good: a line that is mended keeps it away after a reload too. */
  readonly key: string;
  /** Last key of the origin's path: a line that no longer holds it has been changed. */
  readonly word: string | null;
}

type Ended = Pick<RunRecord, 'runId' | 'dataset' | 'status' | 'isDryRun' | 'reason' | 'code' | 'originLines'>;
type Broken = Pick<Extract<RunEvent, { kind: 'rule-result' }>, 'rule' | 'failing' | 'samples'>;

const severities = { error: 'error', quarantine: 'warning', nullify: 'info', warn: 'info' } as const;
const consequences = {
  error: 'rejected the delivery',
  quarantine: 'went to quarantine',
  nullify: 'lost that value',
  warn: 'were kept',
} as const;

/** Failed rules of a run, and why it failed as a whole. A run that was cancelled, or found nothing new, says nothing. */
export function runProblems(
  record: Ended,
  plan: Plan | null,
  broken: readonly Broken[],
): readonly RunProblem[] {
  if (record.status === 'running' || record.status === 'cancelled' || record.status === 'no_input') return [];
  const rules = new Map((plan?.rules ?? []).map((rule) => [rule.id, rule]));
  const problems = broken.flatMap((result) => {
    const rule = rules.get(result.rule);
    return rule === undefined || result.failing === 0 ? [] : [ruleProblem(record, rule, result)];
  });
  return record.status === 'succeeded' ? problems : [...problems, endProblem(record)];
}

function ruleProblem(record: Ended, rule: PlanRule, { failing, samples }: Broken): RunProblem {
  return {
    file: rule.origin.file,
    line: record.originLines[rule.id] ?? null,
    severity: severities[rule.severity],
    code: rule.id,
    message: `${rule.message.replace(/[.]?$/, '.')} ${foundText(record, rule, failing)}`,
    samples: samples.map(({ file, line }) => `${file}:${line}`),
    key: `${record.runId} ${rule.id}`,
    word: lastWord(rule.origin.path),
  };
}

function endProblem(record: Ended): RunProblem {
  return {
    file: 'conf/config.yaml',
    line: null,
    severity: 'error',
    code: record.code ?? record.status,
    message: record.reason ?? `The last run of \`${record.dataset}\` ${record.status}.`,
    samples: [],
    key: `${record.runId} end`,
    word: null,
  };
}

/** `Last run: 3 records went to quarantine.` */
function foundText({ isDryRun, status }: Ended, { scope, severity }: PlanRule, failing: number): string {
  const amount = formatAmount(failing, scope === 'table' ? 'row' : 'record');
  // Nothing became of records where nothing was committed.
  if (isDryRun) return `Last dry run: ${amount} (${severity}).`;
  if (status !== 'succeeded') return `Last run: ${amount} (${severity}).`;
  const consequence = severity === 'warn' && failing === 1 ? 'was kept' : consequences[severity];
  return `Last run: ${amount} ${consequence}.`;
}

/** `tables.claim.columns.billed.valid_vals` → `valid_vals`; a position in a list has no word of its own. */
function lastWord(path: string): string | null {
  const word = /(?:^|\.)([A-Za-z_][A-Za-z0-9_-]*)$/.exec(path)?.[1];
  return word ?? null;
}
