import type { Finding, Severity } from '../contracts/finding.ts';
import type { Project } from '../model/project.ts';
import { allChecks } from './all.ts';
import type { ProjectFacts } from './check.ts';
import { applyLint } from './support/apply-lint.ts';
import { loadingCodes } from './support/loading-codes.ts';

/** Every code that a finding of this version may carry, with its default severity. */
export function findingCodes(): ReadonlyMap<string, Severity> {
  const codes = new Map<string, Severity>(loadingCodes.map((entry) => [entry.code, entry.severity]));
  for (const check of allChecks) codes.set(check.code, check.severity);
  return codes;
}

/**
 * Everything there is to say about a project: what loading it found, and what the checks find across its files, with
 * the project's `lint` settings applied; by file and position. `facts` adds what the sources' own headers and values say.
 */
export function checkProject(project: Project, facts?: ProjectFacts): readonly Finding[] {
  const context = { project, facts: facts ?? null, codes: findingCodes() };
  const findings: Finding[] = [...project.findings];
  for (const check of allChecks) {
    for (const discovery of check.run(context)) {
      findings.push({ ...discovery, code: check.code, severity: discovery.severity ?? check.severity });
    }
  }
  return applyLint(findings, project).toSorted(compareFindings);
}

function compareFindings(left: Finding, right: Finding): number {
  return (
    compareText(left.file, right.file) ||
    left.range.start - right.range.start ||
    left.range.end - right.range.end ||
    compareText(left.code, right.code) ||
    compareText(left.message, right.message)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
