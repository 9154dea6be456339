import type { Fix, Range, TextEdit } from '../contracts/finding.ts';
import type { Path, SourceDocument } from './project.ts';
import type { Violation } from './violation.ts';

interface Place {
  /** What the finding is about. */
  readonly range: Range;
  readonly written: (path: Path) => Path;
}

/** The change that writes what was meant; null where the text around it does not allow that. */
export function fixFor(document: SourceDocument, violation: Violation, place: Place): Fix | null {
  const { meant, path } = violation;
  const { source, file } = document;
  const { range } = place;
  const old = source.slice(range.start, range.end);
  const edit = (newText: string): readonly TextEdit[] => [{ file, range, newText }];
  switch (meant?.kind) {
    case 'text':
      return { title: `Replace it by \`${meant.text}\``, edits: edit(quoteLike(old, meant.text)) };
    case 'yaml': {
      const newText = meant.own !== undefined && isOnOwnLine(document.text, range) ? meant.own : meant.yaml;
      return { title: `Write \`${newText}\``, edits: edit(newText) };
    }
    case 'quoted':
      return { title: 'Put it in quotes', edits: edit(`'${old.replaceAll("'", "''")}'`) };
    case 'inner':
      return indentFix(document, place.written(path), 2);
    case 'outer': {
      const own = place.written(path);
      const { text } = document;
      const outer = columnOf(text, document.rangeOf(own.slice(0, -1), 'key').start);
      return indentFix(document, own, outer - columnOf(text, range.start));
    }
    default:
      return null;
  }
}

/** A quoted value is replaced by a quoted one. */
function quoteLike(written: string, replacement: string): string {
  const quote = written[0];
  return quote === '"' || quote === "'" ? `${quote}${replacement}${quote}` : replacement;
}

function isOnOwnLine(text: string, { start }: Range): boolean {
  return /^ *$/.test(text.slice(lineStartOf(text, start), start));
}

/** Moves the lines of an entry, when it has lines of its own and, moved out, nothing of the mapping around follows it. */
function indentFix({ text, file, rangeOf }: SourceDocument, path: Path, by: number): Fix | null {
  const { start, end } = rangeOf(path, 'entry');
  const column = columnOf(text, start);
  if (!isOnOwnLine(text, { start, end })) return null;
  const next = /\n( *)[^\s#]/.exec(text.slice(end));
  if (by < 0 && next !== null && (next[1]?.length ?? 0) >= column) return null;
  const edits: TextEdit[] = [];
  for (let line = lineStartOf(text, start); line <= end && line !== 0; line = text.indexOf('\n', line) + 1) {
    const blank = /^ */.exec(text.slice(line))?.[0].length ?? 0;
    if (by > 0) edits.push({ file, range: { start: line, end: line }, newText: ' '.repeat(by) });
    else if (blank >= -by) edits.push({ file, range: { start: line, end: line - by }, newText: '' });
  }
  const count = Math.abs(by);
  const spaces = `${count} space${count === 1 ? '' : 's'}`;
  return { title: `Indent it by ${spaces} ${by > 0 ? 'more' : 'less'}`, edits };
}

function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
