/** How bad a finding is. `error` stops a run before it starts. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A half-open span of a text, as offsets in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One replacement in one file. */
export interface TextEdit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

/** A change that mends a finding. Editors offer it; it is data, never code. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/**
 * A user's mistake, or something a user should know, at a place in a file.
 * `message` is one sentence that names the thing and says what to do.
 */
export interface Finding {
  /** Stable kebab-case: at once the check's file name, its test's name and its page under `docs/findings/`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}
