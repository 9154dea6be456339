import type { PlanGate } from '../../core/contracts/plan.ts';
import { passGate } from './gate.ts';
import { tellMalformed } from './malformed-records.ts';
import { queryNumber } from './query.ts';
import { countRowRules } from './row-rules.ts';
import type { ParameterValues, RunContext } from './run-context.ts';
import { type PhaseResult, runOperations } from './run-operations.ts';
import type { StageClock } from './stage-clock.ts';

export interface CheckResult {
  readonly numbers: PhaseResult['numbers'];
  /** Orphans that found their parents. */
  readonly retried: number;
}

/** Runs the check phase, tells how every rule fared, and lets the delivery pass the gate or stops the run. */
export async function checkDelivery(
  context: RunContext,
  options: {
    readonly values: ParameterValues;
    readonly books: { readonly records: number; readonly malformed: number };
    readonly clock: StageClock;
    /** Only orphans are looked at: there is no delivery to refuse. */
    readonly isFirstLook: boolean;
  },
): Promise<CheckResult> {
  const { plan, parts, request, scratch } = context;
  const { values, books, clock } = options;
  const { numbers } = await runOperations(context, { phase: 'check', hasRows: false, values });
  await tellMalformed(scratch.main, request.emit);
  const outcomes = await countRowRules(scratch.main, plan.rules, parts.stage.words);
  for (const { rule, failing, samples } of outcomes) {
    request.emit({ kind: 'rule-result', rule: rule.id, severity: rule.severity, failing, samples });
  }
  tellSparkChecks(context);
  clock.end(books.records);
  clock.start('gate');
  if (!options.isFirstLook)
    passGate({
      plan: { ...plan, gate: gateOf(context) },
      ...books,
      quarantined: numbers['quarantined'] ?? 0,
      outcomes,
    });
  clock.end(books.records);
  return {
    numbers,
    retried: await queryNumber(scratch.main, 'SELECT count(*) FROM _candidates WHERE _file_no < 0'),
  };
}

/**
 * Shares and numbers of rows are promises about whole deliveries: quarantined records that are read again are bad by choice, and a
 * sample is short by choice.
 */
function gateOf({ plan, request }: RunContext): PlanGate {
  if (request.reprocess?.select.kind === 'quarantined' && !request.reprocess.isRebuild) {
    return { ...plan.gate, maxBadShare: 1, minRows: 0 };
  }
  return request.dryRun === undefined ? plan.gate : { ...plan.gate, minRows: 0 };
}

/** Checks in Spark SQL cannot run here; saying nothing would pass for holding. */
function tellSparkChecks({ plan, request }: RunContext): void {
  for (const operation of plan.operations) {
    if (operation.kind !== 'spark-check') continue;
    request.emit({
      kind: 'warning',
      code: 'spark_check_skipped',
      message: `Check \`${operation.rule}\` is a Spark query and was not run; the spark and emr engines run it.`,
    });
  }
}
