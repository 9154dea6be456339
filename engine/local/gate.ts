import type { Plan } from '../../core/contracts/plan.ts';
import type { RuleOutcome } from './row-rules.ts';
import { RunStop } from './run-stop.ts';

export interface GateFacts {
  readonly plan: Plan;
  /** Malformed ones included. */
  readonly records: number;
  readonly malformed: number;
  readonly quarantined: number;
  readonly outcomes: readonly RuleOutcome[];
}

/**
 * Refuses a delivery as a whole: a failed `error` rule, too many bad records, too few rows, or none that is good.
 * @throws RunStop `rejected`; the message counts, and names the first place where a rule was broken.
 */
export function passGate(facts: GateFacts): void {
  const { plan, records, malformed, quarantined } = facts;
  const broken = facts.outcomes.find(({ rule, failing }) => rule.severity === 'error' && failing > 0);
  if (broken !== undefined) {
    const { rule, failing, samples } = broken;
    const [first] = samples;
    const place = first === undefined ? '' : `, first in \`${first.file}\` line ${first.line}`;
    throw new RunStop(
      'rejected',
      'error_rule',
      `${tellRecords(failing)} broke \`${rule.id}\`${place}, and its severity is \`error\`; mend the delivery, or change the rule (${rule.origin.path}).`,
    );
  }
  const accepted = records - malformed;
  const good = accepted - quarantined;
  if (records > 0 && good === 0) {
    throw new RunStop(
      'rejected',
      'nothing_accepted',
      `Not one of ${tellRecords(records)} is fit for \`${plan.dataset}\` (${malformed} malformed, ${quarantined} quarantined); the quarantine reasons say why.`,
    );
  }
  const bad = malformed + quarantined;
  const { maxBadShare, minRows } = plan.gate;
  if (records > 0 && bad / records > maxBadShare) {
    throw new RunStop(
      'rejected',
      'too_many_bad',
      `${bad} of ${tellRecords(records)} are malformed or quarantined, more than the ${percent(maxBadShare)} that \`expect.max_bad\` allows; mend the delivery, or raise it (${plan.gate.origin.path}).`,
    );
  }
  if (good < minRows) {
    throw new RunStop(
      'rejected',
      'too_few_rows',
      `The delivery has ${good} good rows, fewer than the ${minRows} that \`expect.min_rows\` asks for; deliver the rest, or lower it (${plan.gate.origin.path}).`,
    );
  }
}

function tellRecords(count: number): string {
  return count === 1 ? '1 record' : `${count} records`;
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100} %`;
}
