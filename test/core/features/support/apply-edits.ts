import type { TextEdit } from '../../../../core/contracts/finding.ts';
import type { ProjectView } from '../../../../core/features/project-view.ts';
import { textOf } from './marked-project.ts';

/** The texts of the files that edits change, after them. Throws where edits overlap, as editors do. */
export function applyEdits(view: ProjectView, edits: readonly TextEdit[]): Record<string, string> {
  const results: Record<string, string> = {};
  for (const edit of [...edits].sort((left, right) => right.range.start - left.range.start)) {
    const { file, range, newText } = edit;
    if (
      edits.filter((other) => other.file === file && other !== edit).some((other) => overlaps(edit, other))
    ) {
      throw new Error(`edits overlap at ${range.start} of ${file}`);
    }
    const text = results[file] ?? textOf(view, file);
    results[file] = text.slice(0, range.start) + newText + text.slice(range.end);
  }
  return results;
}

function overlaps({ range: left }: TextEdit, { range: right }: TextEdit): boolean {
  return left.start < right.end && right.start < left.end;
}
