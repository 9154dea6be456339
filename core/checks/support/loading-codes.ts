import type { Severity } from '../../contracts/finding.ts';

interface LoadingCode {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
}

/** Findings that loading a project raises before any check runs (core/syntax/yaml, core/model). */
export const loadingCodes: readonly LoadingCode[] = [];
