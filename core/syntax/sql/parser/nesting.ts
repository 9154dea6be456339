import { mostDepth, mostHeight, type Parser } from './parser.ts';

/** Counts one level of nesting; false when there are too many, which is told once. */
export function enterNesting(parser: Parser): boolean {
  if (parser.depth >= mostDepth) return refuse(parser, mostDepth);
  parser.depth += 1;
  return true;
}

export function leaveNesting(parser: Parser): void {
  parser.depth -= 1;
}

/** Counts levels that a loop adds to the tree; false when there are too many, which is told once. `by` may be negative to leave them. */
export function raise(parser: Parser, by: number): boolean {
  if (parser.height + by > mostHeight) return refuse(parser, mostHeight);
  parser.height += by;
  return true;
}

function refuse(parser: Parser, most: number): false {
  if (parser.at < parser.end) {
    const range = { start: parser.starts[parser.at] ?? 0, end: parser.ends[parser.at] ?? 0 };
    parser.problems.push({
      code: 'sql-nesting',
      message: `More than ${most} levels are nested here, so the rest of the statement is not checked; flatten it.`,
      range,
      offset: range.start,
    });
    parser.lastProblemAt = parser.end;
    parser.at = parser.end;
  }
  return false;
}
