import type { SqlProblem } from '../parser/problem.ts';

/** The problem as it is in a text that has so many more UTF-16 code units before it. */
export function moveProblem(problem: SqlProblem, by: number): SqlProblem {
  if (by === 0) return problem;
  const { range, offset, named, fix } = problem;
  return {
    ...problem,
    range: move(range, by),
    offset: offset + by,
    ...(named === undefined ? {} : { named: { ...named, offset: named.offset + by } }),
    ...(fix === undefined
      ? {}
      : { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: move(edit.range, by) })) } }),
  };
}

function move({ start, end }: SqlProblem['range'], by: number): SqlProblem['range'] {
  return { start: start + by, end: end + by };
}
