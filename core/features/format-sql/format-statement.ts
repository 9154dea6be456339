import { type DialectOptions, formatDialect, spark } from 'sql-formatter';

/** Signs of Spark that the library does not know of. */
const dialect: DialectOptions = {
  ...spark,
  tokenizerOptions: {
    ...spark.tokenizerOptions,
    operators: [
      ...(spark.tokenizerOptions.operators ?? []),
      '::',
      '|>',
      '=>',
      '<<',
      '>>',
      '>>>',
      '!=',
      '<>',
      '/*+',
    ],
    paramTypes: { positional: true },
  },
};

/** Lays out one statement. Throws where the library cannot read it; whether it kept every token is for the caller to see. */
export function formatStatement(text: string, indentSize: number): string {
  return formatDialect(text, {
    dialect,
    keywordCase: 'preserve',
    dataTypeCase: 'preserve',
    functionCase: 'preserve',
    tabWidth: indentSize,
    expressionWidth: 80,
  });
}
