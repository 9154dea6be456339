import type { Range } from '../contracts/finding.ts';
import { documentOf } from '../model/written-at.ts';
import { lineEndOf, lineStartOf } from '../syntax/yaml/cursor/read-line.ts';
import type { ProjectView } from './project-view.ts';
import { cursorAt } from './support/cursor-at.ts';
import { pathAt } from './support/path-at.ts';
import { holds } from './support/written.ts';

/** For each offset the spans that a growing selection takes, the smallest first, each within the next: word, value, entry, mapping, and so on to the whole text. */
export function selectionRanges(
  view: ProjectView,
  file: string,
  offsets: readonly number[],
): readonly (readonly Range[])[] {
  const text = view.documents[file] ?? view.scripts[file] ?? '';
  return offsets.map((offset) =>
    nest(
      [...spans(view, { file, text, offset }), { start: 0, end: text.length }].filter((range) =>
        holds(range, offset),
      ),
    ),
  );
}

interface Spot {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
}

function* spans(view: ProjectView, { file, text, offset }: Spot): Generator<Range> {
  yield wordAt(text, offset);
  const document = documentOf(view.project, file);
  const cursor = document === undefined ? null : cursorAt(view, { file, offset });
  if (cursor !== null) {
    const { start, end } = cursor.range;
    const isQuoted = /^["']/.test(text.slice(start, end)) && end - start > 1;
    if (isQuoted) yield { start: start + 1, end: end - 1 };
    yield cursor.range;
  }
  const line = lineStartOf(text, offset);
  const trimmed = /\S.*$/.exec(text.slice(line, lineEndOf(text, line)).trimEnd());
  if (trimmed !== null) yield { start: line + trimmed.index, end: line + trimmed.index + trimmed[0].length };
  const path = document === undefined ? null : pathAt(view, { file, offset });
  if (document === undefined || path === null || document.text !== text) return;
  for (let depth = path.length; depth > 0; depth -= 1) {
    yield document.rangeOf(path.slice(0, depth), 'value');
    yield document.rangeOf(path.slice(0, depth), 'entry');
  }
}

/** The spans that hold one another, from the smallest: the text between two of them is never selected alone. */
function nest(found: readonly Range[]): readonly Range[] {
  const ordered = [...found].sort((left, right) => left.end - left.start - (right.end - right.start));
  const nested: Range[] = [];
  for (const range of ordered) {
    const last = nested.at(-1);
    if (last === undefined) nested.push(range);
    else if (
      holds(range, last.start) &&
      holds(range, last.end) &&
      range.end - range.start > last.end - last.start
    ) {
      nested.push(range);
    }
  }
  return nested;
}

function wordAt(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && /[\w]/.test(text[start - 1] ?? '')) start -= 1;
  let end = offset;
  while (end < text.length && /[\w]/.test(text[end] ?? '')) end += 1;
  return { start, end };
}
