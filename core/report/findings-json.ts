import type { PlacedFinding } from './placed-finding.ts';
import { visibleJson } from './visible-text.ts';

/** Findings for machines: `{v: 1, findings: [{code, severity, message, file, line, column, endLine, endColumn, …}]}`. */
export function findingsJson(findings: readonly PlacedFinding[]): string {
  return visibleJson(
    {
      v: 1,
      findings: findings.map(({ finding, path, line, column, endLine, endColumn, related }) => ({
        code: finding.code,
        severity: finding.severity,
        message: finding.message,
        file: path,
        line,
        column,
        endLine,
        endColumn,
        range: finding.range,
        related: related.map(({ place, path: file, ...span }) => ({
          message: place.message,
          file,
          ...span,
          range: place.range,
        })),
        fixes: finding.fixes ?? [],
      })),
    },
    2,
  );
}
