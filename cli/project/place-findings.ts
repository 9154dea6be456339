import type { Finding, Range } from '../../core/contracts/finding.ts';
import type { Project } from '../../core/model/project.ts';
import { sourceOf } from '../../core/model/source-of.ts';
import type { PlacedFinding, Span } from '../../core/report/placed-finding.ts';
import { indexLines, type LineIndex, positionAt } from '../../core/text/lines.ts';

/** Findings with lines and columns; `prefix` is put before their files. */
export function placeFindings(
  findings: readonly Finding[],
  project: Project,
  prefix: string,
): readonly PlacedFinding[] {
  const indexes = new Map<string, LineIndex>();
  const spanOf = (file: string, range: Range): Span => {
    let index = indexes.get(file);
    if (index === undefined) {
      index = indexLines(sourceOf(project, file)?.toString() ?? '');
      indexes.set(file, index);
    }
    const start = positionAt(index, range.start);
    const end = positionAt(index, range.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  return findings.map((finding) => ({
    finding,
    path: prefix + finding.file,
    ...spanOf(finding.file, finding.range),
    related: (finding.related ?? []).map((place) => ({
      place,
      path: prefix + place.file,
      ...spanOf(place.file, place.range),
    })),
  }));
}
