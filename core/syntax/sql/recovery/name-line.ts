import { indexLines, type LineIndex, positionAt } from '../../../text/lines.ts';
import type { SqlProblem } from '../parser/problem.ts';

/** The problem with the line that its message names, as counted in `text`; `lines` is that text's index where it is there already. */
export function nameLine(problem: SqlProblem, text: string, lines?: LineIndex): SqlProblem {
  if (problem.named === undefined) return problem;
  const { offset, template } = problem.named;
  const { line } = positionAt(lines ?? indexLines(text), offset);
  return { ...problem, message: template.replace('{line}', String(line)) };
}
