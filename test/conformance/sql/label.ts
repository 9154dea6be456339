/** What Spark's parser says of a text. Offsets are UTF-16 code units; null where Spark names no place. */
export type Label =
  | { readonly accepts: true }
  | {
      readonly accepts: false;
      /** Error class or condition; the exception's name where Spark has none. */
      readonly class: string;
      readonly message: string;
      readonly offset: number | null;
      readonly stop: number | null;
    };

export type Rejection = Extract<Label, { accepts: false }>;

/** Rejections by lexer and grammar. All others come from the builder of Spark's tree, which checks what the grammar lets through. */
const grammarClasses: readonly string[] = [
  'PARSE_SYNTAX_ERROR',
  'PARSE_EMPTY_STATEMENT',
  'UNCLOSED_BRACKETED_COMMENT',
];

export function isByGrammar(rejection: Rejection): boolean {
  return grammarClasses.includes(rejection.class);
}

/** A file without a statement is fine here, while Spark wants one where it is asked for one. */
export function isEmptyStatement(label: Label): boolean {
  return !label.accepts && label.class === 'PARSE_EMPTY_STATEMENT';
}
