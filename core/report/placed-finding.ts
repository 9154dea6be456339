import type { Finding, RelatedPlace } from '../contracts/finding.ts';

/** Both 1-based; columns in UTF-16 code units. `end` is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with its offsets as lines and columns, and its file as seen from where the reader is. */
export interface PlacedFinding extends Span {
  readonly finding: Finding;
  /** With `/`; relative to the folder that the reader's tool takes paths from. */
  readonly path: string;
  readonly related: readonly (Span & { readonly place: RelatedPlace; readonly path: string })[];
}
