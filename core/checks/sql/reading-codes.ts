/** What each finding says that reading a statement raises, before any check runs. */
const titles = {
  'sql-syntax': 'Spark cannot read a statement',
  'sql-nesting': 'A statement is nested too deeply to be checked',
} as const;

/** The same as a list, with the default severity of each. */
export const readingCodes = Object.entries(titles).map(([code, title]) => {
  return { code, severity: 'error', title } as const;
});
