/** One character of a class, or a span of them, as code points. */
export interface ClassSpan {
  readonly from: number;
  readonly to: number;
}

/** Ranges of code points that `\d`, `\w` and `\s` stand for: ASCII in both RE2 and Java, where they agree. */
export const shorthandSpans: Readonly<Record<string, readonly ClassSpan[]>> = {
  d: [{ from: 0x30, to: 0x39 }],
  w: [
    { from: 0x30, to: 0x39 },
    { from: 0x41, to: 0x5a },
    { from: 0x5f, to: 0x5f },
    { from: 0x61, to: 0x7a },
  ],
  // Java would add a vertical tab, RE2 would not.
  s: [
    { from: 0x09, to: 0x0a },
    { from: 0x0c, to: 0x0d },
    { from: 0x20, to: 0x20 },
  ],
};

/** A pattern of the common part of RE2 and Java. It stands for a whole value, so anchors are not part of it. */
export type PatternNode =
  | { readonly kind: 'literal'; readonly codePoint: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'class'; readonly isNegated: boolean; readonly spans: readonly ClassSpan[] }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly item: PatternNode;
      readonly least: number;
      /** null: without a bound. */
      readonly most: number | null;
    };
