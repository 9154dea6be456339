import type { Significant } from '../lexer/scan.ts';
import { choicesBefore, editTokens } from './edit-tokens.ts';
import { proposeBoth } from './propose-both.ts';
import { proposeComma } from './propose-comma.ts';
import { proposeKeyword } from './propose-keyword.ts';
import { proposeLimit } from './propose-limit.ts';
import { proposeMissing } from './propose-missing.ts';
import { proposeOperator } from './propose-operator.ts';
import { proposeOrder } from './propose-order.ts';
import { proposeParenthesis } from './propose-parenthesis.ts';
import { proposeQuotedName } from './propose-quoted-name.ts';
import { proposeSign } from './propose-sign.ts';
import { proposeSkip } from './propose-skip.ts';
import { proposeStatement } from './propose-statement.ts';
import { proposeTemplate } from './propose-template.ts';
import type { Failure, Propose, Repair } from './repair.ts';

/** Kinds of mistakes, those that are told most precisely first: of two repairs that are as good the earlier one wins. */
const proposals: readonly Propose[] = [
  proposeTemplate,
  proposeSign,
  proposeStatement,
  proposeLimit,
  proposeQuotedName,
  proposeOperator,
  proposeOrder,
  proposeBoth,
  proposeKeyword,
  proposeParenthesis,
  proposeComma,
  proposeMissing,
  proposeSkip,
];

/** Tokens behind a mistake that make sense: with so many a repair is as good as one that reads all. */
const enough = 10;

export interface Tried {
  readonly repair: Repair;
  readonly tokens: Significant;
  readonly flipped: ReadonlySet<number>;
  readonly score: number;
}

/** Index of the token at which reading stops, null when it reads all. */
export type Probe = (tokens: Significant, flipped: ReadonlySet<number>) => number | null;

/**
 * The repair with which most can be read, each one being tried; null when none leads further. `budget` bounds how many
 * tokens are passed in trying.
 */
export function chooseRepair(
  failure: Failure,
  flipped: ReadonlySet<number>,
  { probe, budget }: { readonly probe: Probe; readonly budget: { tokens: number } },
): Tried | null {
  let best: Tried | null = null;
  for (const propose of proposals) {
    for (const repair of propose(failure)) {
      const tokens = apply(failure.tokens, repair);
      for (const kept of keptChoices(flipped, repair.edit.at)) {
        if (budget.tokens < 0) return best;
        const reached = probe(tokens, kept);
        budget.tokens -= (reached ?? tokens.end) + tokens.end / 16;
        const score = scoreOf(failure, repair, reached);
        if (score === null || (best !== null && best.score >= score)) continue;
        best = { repair, tokens, flipped: kept, score };
        if (score >= enough) return best;
      }
    }
  }
  return best;
}

function apply(tokens: Significant, { edit, also }: Repair): Significant {
  return editTokens(also === undefined ? tokens : editTokens(tokens, also), edit);
}

/** Choices that may stay as they were decided: those before the edit, or those that are not near it either. */
function keptChoices(flipped: ReadonlySet<number>, at: number): readonly ReadonlySet<number>[] {
  if (flipped.size === 0) return [flipped];
  const before = choicesBefore(flipped, at);
  const distant = choicesBefore(flipped, at - near);
  return distant.size === before.size ? [before] : [before, distant];
}

/** How many tokens before an edit a reading that failed may have been led astray. */
const near = 4;

/** How much is read behind the failure, less what the repair takes for granted; null when nothing is. */
function scoreOf(
  { tokens, at }: Failure,
  { edit, also, cost }: Repair,
  reached: number | null,
): number | null {
  const { inserted, removed } = edit;
  const isRest = removed > 1 && edit.at + removed >= tokens.end;
  if (reached === null) return isRest ? (cost === 0 ? enough : -enough - cost) : enough - cost;
  if (reached <= edit.at + inserted.length) return null;
  const isBehind = also !== undefined && reached > also.at + inserted.length - removed;
  const before = reached - inserted.length + removed - (isBehind ? also.inserted.length - also.removed : 0);
  const passed = before - Math.max(at, edit.at + removed);
  return passed < 1 ? null : Math.min(passed, enough) - cost;
}
