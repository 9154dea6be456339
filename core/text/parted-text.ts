/** Some whole lines of a text. The identical object in two texts says that they are the same lines. */
export interface TextPart {
  readonly text: string;
}

/**
 * A text in parts, unchangeable: a changed one is made at the cost of the parts around the change, and shares all others. An engine's own
 * string would be copied as a whole to be read again, which with a file of some megabytes is what a keystroke costs then.
 */
export interface PartedText {
  readonly length: number;
  /** Each but the last ends with a line feed. At least one. */
  readonly parts: readonly TextPart[];
  /** Offset of each part. */
  readonly starts: readonly number[];
  slice(start: number, end?: number): string;
  /** Offset of the first such character at or behind `from`, -1 for none. */
  indexOf(character: string, from?: number): number;
  /** The whole text, put together when it is first asked for. */
  toString(): string;
}

/** A text of a project file as its readers take it: parts where it is edited, plain elsewhere. */
export type SourceText = string | PartedText;

/** Characters that a part has, about: a change copies so many, and a file of some megabytes has some hundred parts. */
const usualLength = 16 * 1024;

export function createPartedText(text: string): PartedText {
  return textOf(split(text), text);
}

/** The text with `[start, end)` replaced; offsets are in UTF-16 code units and within the text. */
export function replaceInText(text: PartedText, { start, end }: Span, inserted: string): PartedText {
  const { parts } = text;
  let first = partAt(text, start);
  let last = end <= start ? first : partAt(text, end);
  let changed = text.slice(text.starts[first] ?? 0, start) + inserted + text.slice(end, endOf(text, last));
  // A part must end with its line, and small ones must not pile up.
  if (changed.length < usualLength / 4 && first > 0) {
    first -= 1;
    changed = (parts[first]?.text ?? '') + changed;
  }
  while (last < parts.length - 1 && (changed === '' || !changed.endsWith('\n'))) {
    last += 1;
    changed += parts[last]?.text ?? '';
  }
  const made = changed.length > usualLength * 2 ? split(changed) : [{ text: changed }];
  const isEmptyEnd = changed === '' && first > 0;
  return textOf([...parts.slice(0, first), ...(isEmptyEnd ? [] : made), ...parts.slice(last + 1)]);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Index of the part that an offset stands in; the text's end stands in the last one. */
export function partAt({ starts }: PartedText, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOf({ starts, length }: PartedText, index: number): number {
  return starts[index + 1] ?? length;
}

function split(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.length - start < usualLength * 2 ? -1 : text.indexOf('\n', start + usualLength);
    const end = found === -1 ? text.length : found + 1;
    parts.push({ text: text.slice(start, end) });
    start = end;
  }
  return parts.length === 0 ? [{ text: '' }] : parts;
}

function textOf(parts: readonly TextPart[], whole: string | null = null): PartedText {
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.text.length;
  }
  let joined = whole;
  const text: PartedText = {
    length,
    parts,
    starts,
    slice(from, to = length) {
      const start = Math.max(0, from < 0 ? length + from : from);
      const end = Math.min(length, to < 0 ? length + to : to);
      if (start >= end) return '';
      const first = partAt(text, start);
      const last = partAt(text, end - 1);
      const at = start - (starts[first] ?? 0);
      if (first === last) return parts[first]?.text.slice(at, at + end - start) ?? '';
      let sliced = parts[first]?.text.slice(at) ?? '';
      for (let index = first + 1; index < last; index += 1) sliced += parts[index]?.text ?? '';
      return sliced + (parts[last]?.text.slice(0, end - (starts[last] ?? 0)) ?? '');
    },
    indexOf(character, from = 0) {
      for (let index = partAt(text, from); index < parts.length; index += 1) {
        const start = starts[index] ?? 0;
        const found = parts[index]?.text.indexOf(character, Math.max(0, from - start)) ?? -1;
        if (found !== -1) return start + found;
      }
      return -1;
    },
    toString() {
      joined ??= parts.map((part) => part.text).join('');
      return joined;
    },
  };
  return text;
}
