/** Which Spark reads a text. */
export interface SqlDialect {
  readonly version: '3.5' | '4.0';
  /** `spark.sql.ansi.enabled`. */
  readonly ansi: boolean;
  /**
   * Words that standard SQL reserves are no names. Spark does so only when it is told to enforce that; it is also how a person
   * means most texts, which is why an editor may ask for this reading of a text that is not finished.
   */
  readonly isReserving?: boolean;
}
