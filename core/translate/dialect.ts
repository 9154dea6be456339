/** An engine's way to write SQL. Spark means 3.5 and 4.0, ANSI mode on or off. */
export type Dialect = 'duckdb' | 'spark';
