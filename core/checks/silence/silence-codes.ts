/** Findings about comments that silence findings. */
export const silenceCodes = [
  { code: 'unknown-silence', severity: 'hint', title: 'A comment silences what no finding is called' },
  { code: 'unused-silence', severity: 'hint', title: 'A comment silences nothing' },
] as const;
