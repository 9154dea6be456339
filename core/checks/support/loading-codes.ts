import type { Severity } from '../../contracts/finding.ts';

interface LoadingCode {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
}

/** Findings that loading a project raises before any check runs (core/syntax/yaml, core/model). */
export const loadingCodes: readonly LoadingCode[] = [
  { code: 'yaml-syntax', severity: 'error', title: 'The YAML cannot be read' },
  { code: 'yaml-limit', severity: 'error', title: 'The YAML is larger or deeper than a project can be' },
  { code: 'duplicate-key', severity: 'error', title: 'A key stands twice in a mapping' },
  { code: 'missing-file', severity: 'error', title: 'A file of the project is missing' },
  { code: 'unknown-key', severity: 'error', title: 'A key means nothing at its place' },
  { code: 'missing-key', severity: 'error', title: 'A key that is needed is missing' },
  { code: 'wrong-type', severity: 'error', title: 'A value is of the wrong kind' },
  { code: 'invalid-value', severity: 'error', title: 'A value is not one of those allowed' },
  { code: 'invalid-name', severity: 'error', title: 'A name cannot be used as one' },
  {
    code: 'too-many-entries',
    severity: 'error',
    title: 'A mapping has more entries than a project can hold',
  },
  { code: 'unknown-environment', severity: 'error', title: 'An environment does not exist' },
  { code: 'unknown-variable', severity: 'error', title: 'A variable has no value' },
];
