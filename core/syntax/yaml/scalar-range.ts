import type { Range } from '../../contracts/finding.ts';
import { alignScalar } from './align-scalar.ts';

/**
 * Where a part of a YAML string stands in the file. `raw` is the scalar as written, from `start` in the file; `value` is
 * the string it means, and `part` a span of it. Where the two do not line up (variables, rare escapes), the whole scalar is the
 * answer.
 */
export function scalarRange(raw: string, start: number, value: string, part: Range): Range {
  const alignment = alignScalar(raw, start, value);
  if (alignment === null || part.start < 0 || part.end > value.length)
    return { start, end: start + raw.length };
  const first = alignment.toFile(part.start);
  return { start: first, end: part.end > part.start ? alignment.toFile(part.end - 1) + 1 : first };
}
