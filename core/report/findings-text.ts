import type { Severity } from '../contracts/finding.ts';
import { type Paint, plainPaint } from './paint.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { visibleText } from './visible-text.ts';

/** One line a finding, as problem matchers of editors read it: `file:line:col severity code message`. */
export function findingsText(findings: readonly PlacedFinding[], paint: Paint = plainPaint): string {
  return findings
    .map(({ finding, path, line, column }) => {
      const severity = severityPaint(finding.severity, paint)(finding.severity);
      return `${visibleText(path)}:${line}:${column} ${severity} ${finding.code} ${visibleText(finding.message)}`;
    })
    .join('\n');
}

function severityPaint(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === 'error') return paint.red;
  return severity === 'warning' ? paint.yellow : paint.cyan;
}

/** How many of each severity, as a phrase: `2 errors, 1 warning`; `no finding` when there is none. */
export function countFindings(findings: readonly { readonly severity: Severity }[]): string {
  const names = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' } as const;
  const parts = Object.entries(names).flatMap(([severity, name]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? 'no finding' : parts.join(', ');
}
