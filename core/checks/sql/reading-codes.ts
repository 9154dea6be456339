/** What each finding says that reading a statement raises, before any check runs. */
const errors = {
  'sql-syntax': 'Spark cannot read a statement',
  'sql-keyword-typo': 'A word of SQL is misspelled',
  'sql-missing-comma': 'A comma is missing between two items',
  'sql-missing-semicolon': 'A statement begins before the last one ends',
  'sql-nesting': 'A statement is nested too deeply to be checked',
  'sql-not-a-statement': 'Something that is no SQL stands in a script',
  'sql-other-dialect': 'Something is written as other databases or versions write it',
  'sql-template': 'A template stands in a statement and is not filled in',
  'sql-trailing-comma': 'A comma is one too many',
  'sql-unclosed': 'A quote, comment or parenthesis is not closed',
  'sql-unknown-sign': 'A sign stands in a statement that SQL does not know',
} as const;

const warnings = {
  'reserved-word-as-name': 'Spark reads a word of SQL as a name',
} as const;

/** The same as a list, with the default severity of each. */
export const readingCodes = [
  ...Object.entries(errors).map(([code, title]) => ({ code, severity: 'error', title }) as const),
  ...Object.entries(warnings).map(([code, title]) => ({ code, severity: 'warning', title }) as const),
];
