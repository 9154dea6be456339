import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createPartedText, type PartedText, replaceInText } from '../core/text/parted-text.ts';
import { type KnownBreaks, type Lines, readLines } from './line-breaks.ts';

/** A document whose text is kept in parts: a change costs a part, and the texts before and after share all others. */
export interface PartedDocument extends TextDocument {
  /** The present text. A change makes another object of it. */
  source(): PartedText;
  /** Applies changes, one after the other, as the client says them. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void;
  /** Takes over the parts of an equal text. */
  share(equal: PartedText): void;
}

export interface DocumentOptions {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

export function createPartedDocument({ uri, languageId, ...given }: DocumentOptions): PartedDocument {
  const known: KnownBreaks = new WeakMap();
  let { version } = given;
  let source = createPartedText(given.text);
  let lines: Lines | null = null;

  const linesNow = (): Lines => {
    lines ??= readLines(source, known);
    return lines;
  };

  function setSource(text: PartedText): void {
    source = text;
    lines = null;
  }

  /** An offset between a CR and its LF, or behind the line's end, is at the line's end. */
  function beforeBreak(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && /[\r\n]/.test(source.slice(at - 1, at))) at -= 1;
    return at;
  }

  function offsetAt({ line, character }: Position): number {
    const { count, startOf } = linesNow();
    if (line >= count) return source.length;
    if (line < 0) return 0;
    const start = startOf(line);
    return beforeBreak(Math.min(start + Math.max(0, character), startOf(line + 1)), start);
  }

  return {
    uri,
    languageId,
    get version() {
      return version;
    },
    get lineCount() {
      return linesNow().count;
    },
    source: () => source,
    getText: (range?: Range) =>
      range === undefined ? source.toString() : source.slice(offsetAt(range.start), offsetAt(range.end)),
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, source.length));
      const { lineAt, startOf } = linesNow();
      const line = lineAt(at);
      const start = startOf(line);
      return { line, character: beforeBreak(at, start) - start };
    },
    offsetAt,
    update(changes, next) {
      for (const change of changes) {
        if (!('range' in change)) {
          setSource(createPartedText(change.text));
          continue;
        }
        const [one, other] = [offsetAt(change.range.start), offsetAt(change.range.end)];
        const range = { start: Math.min(one, other), end: Math.max(one, other) };
        setSource(replaceInText(source, range, change.text));
      }
      version = next;
    },
    share(equal) {
      setSource(equal);
    },
  };
}
