import type { PatternReader } from './pattern-reader.ts';
import { type ClassSpan, type PatternNode, shorthandSpans } from './pattern-tree.ts';

/** Reads a character class whose `[` has been read at `start`; null after a problem. */
export function parseClass(reader: PatternReader, start: number): PatternNode | null {
  const isNegated = reader.take('^');
  const spans: ClassSpan[] = [];
  while (!reader.take(']')) {
    if (reader.isDone()) {
      reader.problem('The class is not closed; add `]`, or write `\\[` for the sign itself.', start);
      return null;
    }
    const found = readSpan(reader);
    if (found === null) return null;
    spans.push(...found);
  }
  if (spans.length === 0) {
    reader.problem('The class is empty; write `\\]` for the sign itself.', start, reader.at());
    return null;
  }
  return { kind: 'class', isNegated, spans };
}

function readSpan(reader: PatternReader): readonly ClassSpan[] | null {
  const start = reader.at();
  if (reader.isNext('[') || reader.isNext('&&')) {
    const sign = reader.next();
    reader.problem(
      `\`${sign}\` inside a class means different things to the engines; write \`\\${sign}\`.`,
      start,
      reader.at(),
    );
    return null;
  }
  const first = readMember(reader, start);
  if (first === null) return null;
  if (typeof first !== 'number') return first;
  const dash = reader.at();
  if (!reader.take('-')) return [{ from: first, to: first }];
  if (reader.isNext(']')) {
    return [
      { from: first, to: first },
      { from: 0x2d, to: 0x2d },
    ];
  }
  const last = readMember(reader, reader.at());
  if (last === null) return null;
  if (typeof last !== 'number') {
    reader.problem('A span cannot end with a class; write `\\-` for the sign itself.', dash, reader.at());
    return null;
  }
  if (last < first) {
    reader.problem('The span ends before it starts; swap its ends.', start, reader.at());
    return null;
  }
  return [{ from: first, to: last }];
}

/** A code point, or the spans of a shorthand; null after a problem. */
function readMember(reader: PatternReader, start: number): number | readonly ClassSpan[] | null {
  if (!reader.take('\\')) return reader.next().codePointAt(0) ?? 0;
  const escaped = reader.escape(start);
  if (escaped === null) return null;
  if (escaped.kind === 'character') return escaped.codePoint;
  if (escaped.isNegated) {
    reader.problem(
      'A negated shorthand inside a class is read differently; write the characters instead.',
      start,
      reader.at(),
    );
    return null;
  }
  return shorthandSpans[escaped.name] ?? [];
}
