import type { Range } from '../../contracts/finding.ts';
import type { SourceText } from '../../text/parted-text.ts';

export interface SilencedCode {
  readonly code: string;
  readonly range: Range;
}

export interface LineSilence {
  /** From the mark to the last code. */
  readonly range: Range;
  readonly codes: readonly SilencedCode[];
  /** The line that it is about. */
  readonly target: Range;
  /** What to take away with it; null where the comment says more, or ends before its line does. */
  readonly comment: Range | null;
}

/** How comments of a file begin. */
export type Opener = 'yaml' | 'sql';

const openers: Readonly<Record<Opener, RegExp>> = { yaml: /(?:^|[ \t])(#)(?!.*[ \t]#)/, sql: /(--|\/\*)/ };
const alone: Readonly<Record<Opener, RegExp>> = { yaml: /^[ \t]*#/, sql: /^[ \t]*(?:--|\/\*)/ };
const list = /^pistevo:ignore(?:[ \t]+([a-z][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z][a-z0-9-]*)*))?/;

/**
 * The silence whose mark stands at `offset` of a text; null when it stands in no comment. At the end of a line it is about that line, on a
 * line of its own about the next that holds more than a comment.
 */
export function readSilence(source: SourceText, offset: number, opener: Opener): LineSilence | null {
  const lineStart = startOfLine(source, offset);
  const lineEnd = endOfLine(source, offset);
  const before = source.slice(lineStart, offset);
  const opened = openers[opener].exec(before);
  if (opened === null) return null;
  const rest = source.slice(offset, lineEnd);
  const [written = '', names = ''] = list.exec(rest) ?? [];
  const codes = codesIn(names, offset + written.length - names.length);
  const commentStart = lineStart + opened.index + opened[0].length - (opened[1]?.length ?? 0);
  const isAlone = alone[opener].test(before) && !/\*\/[ \t]*\S/.test(rest);
  const isWhole =
    rest.slice(written.length).trim() === '' &&
    source.slice(commentStart, offset).trim().length <= 2 &&
    opened[1] !== '/*';
  const nextLine = Math.min(source.length, lineEnd + 1);
  const comment = {
    start: isAlone ? lineStart : lineStart + before.slice(0, commentStart - lineStart).trimEnd().length,
    end: isAlone ? nextLine : trimCarriage(source, lineEnd),
  };
  return {
    range: { start: offset, end: offset + written.length },
    codes,
    target: isAlone ? nextTarget(source, lineEnd, opener) : { start: lineStart, end: lineEnd },
    comment: isWhole && codes.length === 1 ? comment : null,
  };
}

function codesIn(names: string, start: number): readonly SilencedCode[] {
  return [...names.matchAll(/[a-z0-9-]+/g)].map(({ 0: code, index }) => {
    return { code, range: { start: start + index, end: start + index + code.length } };
  });
}

function nextTarget(source: SourceText, lineEnd: number, opener: Opener): Range {
  let start = lineEnd + 1;
  while (start < source.length) {
    const end = endOfLine(source, start);
    const line = source.slice(start, end);
    if (line.trim() !== '' && !alone[opener].test(line)) return { start, end };
    start = end + 1;
  }
  return { start: source.length, end: source.length };
}

function startOfLine(source: SourceText, offset: number): number {
  let start = offset;
  while (start > 0) {
    const from = Math.max(0, start - 256);
    const found = source.slice(from, start).lastIndexOf('\n');
    if (found !== -1) return from + found + 1;
    start = from;
  }
  return 0;
}

function endOfLine(source: SourceText, offset: number): number {
  const found = source.indexOf('\n', offset);
  return found === -1 ? source.length : found;
}

function trimCarriage(source: SourceText, end: number): number {
  return source.slice(end - 1, end) === '\r' ? end - 1 : end;
}
