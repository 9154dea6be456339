/** Which archived originals a run reads again instead of the source. */
export interface ReprocessSelection {
  readonly select:
    | { readonly kind: 'run'; readonly runId: string }
    /** Relative path inside the source, as in the ledger. */
    | { readonly kind: 'file'; readonly file: string }
    /** Files with records in quarantine that are not resolved. */
    | { readonly kind: 'quarantined' }
    /** Runs committed at this time or later, UTC. */
    | { readonly kind: 'since'; readonly at: Date }
    | { readonly kind: 'all' };
  /** Empties the target and replays every archived original, in order, in one commit. */
  readonly isRebuild: boolean;
}
