import type { LoadingCode } from '../../model/violation.ts';

/** What each finding says that loading a project raises, before any check runs. All of them are errors. */
const titles: Readonly<Record<LoadingCode, string>> = {
  'yaml-syntax': 'The YAML cannot be read',
  'yaml-limit': 'The YAML is larger or deeper than a project can be',
  'duplicate-key': 'A key stands twice in a mapping',
  'missing-file': 'A file of the project is missing',
  'unknown-key': 'A key means nothing at its place',
  'missing-key': 'A key that is needed is missing',
  'wrong-type': 'A value is of the wrong kind',
  'invalid-value': 'A value is not one of those allowed',
  'invalid-name': 'A name cannot be used as one',
  'too-many-entries': 'A mapping has more entries than a project can hold',
  'unknown-environment': 'An environment does not exist',
  'unknown-variable': 'A variable has no value',
};

/** The same as a list, with the default severity of each. */
export const loadingCodes = Object.entries(titles).map(([code, title]) => {
  return { code, severity: 'error', title } as const;
});
