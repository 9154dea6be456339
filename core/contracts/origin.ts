/**
 * Where something that the user wrote came from. Every rule, statement and check of a plan carries one, so that
 * any result of a run can be shown at the line that asked for it.
 */
export interface Origin {
  /** Path of the file relative to the project's root, with `/`: `schema/tables_schema.yaml`. */
  readonly file: string;
  /** Dotted path of the value inside the file: `tables.claim.columns.billed.valid_vals`. */
  readonly path: string;
  /** First 12 hex digits of the SHA-256 of the value as canonical JSON: tells whether the line has changed since. */
  readonly hash: string;
}
