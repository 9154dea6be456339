import type { Path } from '../text/path.ts';

export type LoadingCode =
  | 'yaml-syntax'
  | 'yaml-limit'
  | 'duplicate-key'
  | 'missing-file'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'invalid-value'
  | 'invalid-name'
  | 'too-many-entries'
  | 'unknown-environment'
  | 'unknown-variable';

/** A mistake at a path of a document, before the path becomes a range. Paths of cached ones start at their block. */
export interface Violation {
  readonly code: LoadingCode;
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
  /** What was most likely meant. The rest of the project is read as if it stood there, so that one mistake is one finding. */
  readonly meant?: Meant;
}

/** What was meant by a key or a value. */
export type Meant =
  /** Another name or text; quotes around the old one stay. */
  | { readonly kind: 'text'; readonly text: string }
  /** Another value, in YAML of one line; `own` is what to write where the value has a line of its own. */
  | { readonly kind: 'yaml'; readonly yaml: string; readonly own?: string }
  /** The value as it is written, as a text. */
  | { readonly kind: 'quoted' }
  /** The entry belongs to the mapping around, or to the entry before it. */
  | { readonly kind: 'outer' | 'inner' };
