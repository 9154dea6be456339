import { mostDepth, type Parser } from './parser.ts';

/** Counts one level of nesting; false when there are too many, which is told once. */
export function enterNesting(parser: Parser): boolean {
  if (parser.depth < mostDepth) {
    parser.depth += 1;
    return true;
  }
  if (parser.at < parser.end) {
    const range = { start: parser.starts[parser.at] ?? 0, end: parser.ends[parser.at] ?? 0 };
    parser.problems.push({
      code: 'sql-nesting',
      message: `More than ${mostDepth} levels are nested here, so the rest of the statement is not checked; flatten it.`,
      range,
      offset: range.start,
    });
    parser.lastProblemAt = parser.end;
    parser.at = parser.end;
  }
  return false;
}

export function leaveNesting(parser: Parser): void {
  parser.depth -= 1;
}
