import type { Found, Read, Reading } from './find-reading.ts';
import { findRetreat } from './find-retreat.ts';

/** The UTF-16 offset at which Spark tells of the failure of a reading; `accepted` when it goes back to a reading that succeeds. */
export type Placed<Tree> =
  | { readonly offset: number; readonly accepted: null }
  | { readonly offset: null; readonly accepted: Reading<Tree> };

/** Where Spark sees the first mistake of a text of which every reading fails. */
export function placeAsSpark<Tree>(read: Read<Tree>, { parser, flipped }: Found<Tree>): Placed<Tree> {
  const { failure, problems, starts } = parser;
  const offset = problems[failure?.problems ?? 0]?.offset ?? parser.text.length;
  const retreat = findRetreat(parser, failure?.at ?? parser.end);
  if (retreat === null) return { offset, accepted: null };
  if (retreat.kind === 'here') return { offset: starts[retreat.at] ?? offset, accepted: null };
  const again = read({ flipped, isProbing: true, namesFrom: retreat.at });
  // `SELECT CASE WHEN`: two names.
  if (again.parser.failure === null) return { offset: null, accepted: again };
  return { offset: Math.min(starts[again.parser.failure.at] ?? offset, offset), accepted: null };
}
