import type { Fix } from '../../contracts/finding.ts';

/** A change at a place, and the codes of the findings that it mends. */
export interface Action extends Fix {
  readonly codes: readonly string[];
}
