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
  /** Text to put in the place of the key or value. */
  readonly replacement?: string;
}
