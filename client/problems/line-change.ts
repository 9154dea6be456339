import type { LineChange } from './move-problems.ts';

interface Change {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

/**
 * Lines that a change touches. Whole lines put in front of a line, or taken out there, touch no text of that line, and
 * neither does a line end at the end of one. `isAtLineEnd`: nothing but blanks follows the change on its line.
 */
export function lineChange({ range: { start, end }, text }: Change, isAtLineEnd: boolean): LineChange {
  const added = text.split('\n').length - 1;
  const isWholeLines = start.character === 0 && end.character === 0;
  if (isWholeLines && (text.endsWith('\n') || (text === '' && end.line > start.line))) {
    return { startLine: start.line, endLine: end.line - 1, added: added - 1 };
  }
  const isEmptyRange = start.line === end.line && start.character === end.character;
  if (isEmptyRange && isAtLineEnd && /^[ \t]*\r?\n/.test(text)) {
    return { startLine: start.line + 1, endLine: start.line, added: added - 1 };
  }
  return { startLine: start.line, endLine: end.line, added };
}
