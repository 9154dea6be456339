import type { Range } from '../../contracts/finding.ts';
import type { SourceText } from '../../text/parted-text.ts';

/** A few words shown between the letters of a text. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  readonly kind: 'type' | 'value';
}

const longest = 60;

/** A text short enough to stand beside another, on one line. */
export function shortText(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

export function meet(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end;
}

/** The offset behind the colon of a key. */
export function afterColon(text: SourceText, key: Range): number {
  const colon = /^["']?[ \t]*:/.exec(text.slice(key.end, key.end + 20))?.[0].length ?? 0;
  return key.end + colon;
}
