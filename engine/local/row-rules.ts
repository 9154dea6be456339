import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlanRule } from '../../core/contracts/plan.ts';
import { literal, query } from './query.ts';

/** How a rule fared with the records of this delivery. */
export interface RuleOutcome {
  readonly rule: PlanRule;
  readonly failing: number;
  readonly samples: readonly { readonly file: string; readonly line: number }[];
}

const bitsPerWord = 62;
const mostSamples = 5;

/** SQL that is true when the rule's bit is set in the words of a relation. */
export function hasBit(rule: PlanRule): string {
  const bit = rule.bit ?? 0;
  return `(_b${Math.floor(bit / bitsPerWord)} & ${1n << BigInt(bit % bitsPerWord)}::BIGINT) <> 0`;
}

/** SQL of the list of reasons why a flagged record is quarantined, in plan order. */
export function reasonList(rules: readonly PlanRule[]): string {
  const reasons = rules
    .filter((rule) => rule.bit !== undefined && (rule.severity === 'quarantine' || rule.severity === 'error'))
    .map((rule) => `CASE WHEN ${hasBit(rule)} THEN ${literal(rule.id)} END`);
  return reasons.length === 0
    ? '[]::VARCHAR[]'
    : `list_filter([${reasons.join(', ')}], lambda reason: reason IS NOT NULL)`;
}

/**
 * Counts every record and reference rule over `_flags`, in plan order, with places of the first few records at fault.
 * Counting groups whole words: it costs one pass, whatever the number of rules.
 */
export async function countRowRules(
  connection: DuckDBConnection,
  rules: readonly PlanRule[],
  words: number,
): Promise<readonly RuleOutcome[]> {
  const names = Array.from({ length: words }, (_, word) => `_b${word}`);
  const groups =
    words === 0
      ? []
      : await query(
          connection,
          `SELECT ${names.map((word) => `${word}::VARCHAR AS ${word}`).join(', ')}, count(*) AS n FROM _flags WHERE _file_no >= 0 GROUP BY ALL`,
        );
  const masks = groups.map((group) => ({
    words: names.map((word) => BigInt(String(group[word] ?? 0))),
    count: Number(group['n']),
  }));
  const outcomes: RuleOutcome[] = [];
  for (const rule of rules) {
    if (rule.bit === undefined) continue;
    const word = Math.floor(rule.bit / bitsPerWord);
    const mask = 1n << BigInt(rule.bit % bitsPerWord);
    const failing = masks.reduce(
      (sum, group) => (((group.words[word] ?? 0n) & mask) === 0n ? sum : sum + group.count),
      0,
    );
    outcomes.push({ rule, failing, samples: failing === 0 ? [] : await findSamples(connection, rule) });
  }
  return outcomes;
}

async function findSamples(connection: DuckDBConnection, rule: PlanRule): Promise<RuleOutcome['samples']> {
  const rows = await query(
    connection,
    `SELECT file_name, _line FROM _flags WHERE ${hasBit(rule)} AND _file_no >= 0 ORDER BY _file_no, _record LIMIT ${mostSamples}`,
  );
  return rows.map((row) => ({ file: row['file_name'] as string, line: Number(row['_line']) }));
}
