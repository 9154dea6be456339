import type { Range } from '../../../contracts/finding.ts';
import type { BlockEdit } from '../tree.ts';
import type { BlockLine } from './block-lines.ts';

/** What may be wrong with a block, and the change that would make it right. All offsets are into the block. */
export interface Mend {
  readonly message: string;
  /** What the change does, as a button says it. */
  readonly title: string;
  /** What the message is about. */
  readonly range: Range;
  /** In the order of the text, none over another. */
  readonly edits: readonly BlockEdit[];
}

/** A broken block, and where the parser stumbles first. */
export interface Stumble {
  readonly text: string;
  readonly lines: readonly BlockLine[];
  /** Index of the line that it stumbles in, or that follows. */
  readonly at: number;
}

/** A change of one span. */
export function replaced(start: number, end: number, newText: string): readonly BlockEdit[] {
  return [{ range: { start, end }, newText }];
}

/** A text in single quotes, or as it was when it is quoted already. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
