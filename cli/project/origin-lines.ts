import type { Plan } from '../../core/contracts/plan.ts';
import type { Project, ProjectFile } from '../../core/model/project.ts';
import { indexLines, positionAt } from '../../core/text/lines.ts';

/** The 1-based line of each rule's origin, by rule id; null where the file is not there. */
export function originLines(project: Project, plan: Plan): Readonly<Record<string, number | null>> {
  const indexes = new Map(
    Object.entries(project.documents).map(
      ([file, document]) => [file as ProjectFile, indexLines(document.text)] as const,
    ),
  );
  const lines = plan.rules.map(({ id, origin }) => {
    const place = project.placeOf(origin, 'key');
    const index = place === null ? undefined : indexes.get(place.file as ProjectFile);
    return [
      id,
      place === null || index === undefined ? null : positionAt(index, place.range.start).line,
    ] as const;
  });
  return Object.fromEntries(lines);
}
