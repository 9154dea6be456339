import { indentAt, isEmptyLine, lineEndOf } from '../syntax/yaml/cursor/read-line.ts';
import { drain, type Steps } from '../text/drain.ts';

/** Lines that can be shown as their first one. */
export interface FoldingRange {
  /** 0-based. */
  readonly startLine: number;
  /** 0-based, the last line that is hidden. */
  readonly endLine: number;
  readonly kind: 'region' | 'comment';
}

interface Open {
  readonly line: number;
  readonly indent: number;
  /** Items of a list may stand below their key at the same indentation. */
  readonly isKey: boolean;
}

/** What can be folded in a YAML text, by indentation alone, so that broken text folds as well: every entry with lines below it, and comments of several lines. */
export function foldingRanges(text: string): readonly FoldingRange[] {
  return drain(foldingSteps(text));
}

/** The same with pauses, one after each few hundred lines. */
export function* foldingSteps(text: string): Steps<readonly FoldingRange[]> {
  const found: FoldingRange[] = [];
  const open: Open[] = [];
  let last = -1;
  let commentStart = -1;
  let line = 0;
  const closeComment = (end: number): void => {
    if (commentStart !== -1 && end > commentStart)
      found.push({ startLine: commentStart, endLine: end, kind: 'comment' });
    commentStart = -1;
  };
  const close = (indent: number, isItem: boolean): void => {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.indent < indent || (top.indent === indent && isItem && top.isKey)) break;
      open.pop();
      if (last > top.line) found.push({ startLine: top.line, endLine: last, kind: 'region' });
    }
  };
  for (let start = 0; start <= text.length; line += 1) {
    if (line % 500 === 499) yield;
    const end = lineEndOf(text, start);
    const indent = indentAt(text, start);
    const first = text[start + indent] ?? '';
    const isComment = first === '#' && start + indent < end;
    if (isComment && commentStart === -1) commentStart = line;
    if (!isComment) closeComment(line - 1);
    if (!isComment && start + indent < end && !isEmptyLine(text, start)) {
      const isItem = first === '-' && /\s|^$/.test(text[start + indent + 1] ?? '');
      const isCloser = first === ']' || first === '}';
      close(isCloser ? indent + 1 : indent, isItem);
      if (!isCloser) open.push({ line, indent, isKey: !isItem });
      last = line;
    }
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  closeComment(line);
  close(-1, false);
  return found.sort((left, right) => left.startLine - right.startLine);
}
