import type { ColumnFacts } from '../../core/checks/facts.ts';
import type { ColumnType } from '../../core/contracts/plan.ts';
import { fitsType } from '../../core/semantics/fits-type.ts';
import { dateCandidates, timestampCandidates } from './date-candidates.ts';

interface Choice {
  readonly type: ColumnType;
  readonly formats: readonly string[];
}

/** The type that most of the (trimmed, non-blank) values fit, when it is better than `fitting`; narrow types first. */
export function betterType(values: readonly string[], fitting: number): ColumnFacts['better'] {
  const choices: Choice[] = [
    ...(['int', 'bigint', 'double', 'boolean'] as const).map((type) => ({ type, formats: [] })),
    ...dateCandidates().map(({ format }): Choice => ({ type: 'date', formats: [format] })),
    { type: 'timestamp', formats: [] },
    ...timestampCandidates().map(({ format }): Choice => ({ type: 'timestamp', formats: [format] })),
  ];
  let best: ColumnFacts['better'];
  for (const { type, formats } of choices) {
    const found = values.filter((value) => fitsType(value, type, formats)).length;
    if (found > Math.max(fitting, best?.fitting ?? 0)) best = { type, formats, fitting: found };
  }
  return best;
}
