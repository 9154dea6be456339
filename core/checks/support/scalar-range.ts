import type { Range } from '../../contracts/finding.ts';

/**
 * Where a part of a YAML string stands in the file. `raw` is the scalar as written, from `start` in the file; `value` is
 * the string it means, and `part` a span of it. Quotes, doubled quotes, folded lines and block indentation are followed;
 * where that is not certain (escapes, variables), the whole scalar is the answer.
 */
export function scalarRange(raw: string, start: number, value: string, part: Range): Range {
  const whole = { start, end: start + raw.length };
  const offsets = alignScalar(raw, value);
  if (offsets === null) return whole;
  const first = offsets[part.start];
  const last = offsets[part.end];
  if (first === undefined || last === undefined) return whole;
  const previous = part.end > part.start ? offsets[part.end - 1] : undefined;
  return { start: start + first, end: start + (previous === undefined ? last : previous + 1) };
}

/** For each character of the value, and for its end, the offset in the raw scalar; null when they do not line up. */
function alignScalar(raw: string, value: string): readonly number[] | null {
  const style = raw[0] ?? '';
  const isQuoted = style === '"' || style === "'";
  if (style === '"' && raw.includes('\\')) return null;
  const body = isQuoted ? raw.length - 1 : raw.length;
  let at = isQuoted ? 1 : blockBody(raw);
  const offsets: number[] = [];
  for (const character of value.split('')) {
    if (isBlank(character)) {
      offsets.push(Math.min(at, body));
      if (at < body && isBlank(raw[at] ?? '')) at += 1;
      continue;
    }
    while (at < body && isBlank(raw[at] ?? '')) at += 1;
    if (raw[at] !== character) return null;
    offsets.push(at);
    at += style === "'" && character === "'" ? 2 : 1;
  }
  offsets.push(Math.min(at, body));
  return offsets;
}

/** Where a block scalar's text begins, after its `|` or `>` line; 0 for a plain scalar. */
function blockBody(raw: string): number {
  const header = /^[|>][0-9+-]*[ \t]*(?:#[^\n]*)?\r?\n/.exec(raw);
  return header === null ? 0 : header[0].length;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
