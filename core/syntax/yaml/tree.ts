import type { Range } from '../../contracts/finding.ts';

/**
 * A YAML value without comments and layout. Ranges are relative to the block that the node was parsed in: every entry
 * on the way down adds its `shift`, so that a block's tree can be kept while the text before it changes.
 */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlNode;
  /** Added to `keyRange` and to every range in `value`. */
  readonly shift: number;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly range: Range;
  /** In the order of the text; of a doubled key the first. */
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export interface YamlList {
  readonly kind: 'list';
  readonly range: Range;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  /** From the quote or the `|` to the last character that is not blank; of a value that is not written, its key's. */
  readonly range: Range;
  /** As YAML 1.2's core schema reads it; a number that JSON cannot hold exactly stays text. */
  readonly value: string | number | boolean | null;
  /** The text as written for plain scalars (`007`, `1.50`), else the string. */
  readonly source: string;
}

/** One replacement in the text that a problem is in. */
export interface BlockEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface YamlProblem {
  readonly code: 'yaml-syntax' | 'duplicate-key' | 'yaml-limit';
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly range: Range;
  /** The first one of two equal keys. */
  readonly related?: Range;
  /** Changes that mend it, the likeliest first. */
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly BlockEdit[] }[];
}

export function shiftRange(range: Range, by: number): Range {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}
