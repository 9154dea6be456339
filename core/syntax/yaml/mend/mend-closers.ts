import type { BlockLine } from './block-lines.ts';
import { type Mend, replaced, type Stumble } from './mend.ts';

/** Quotes and brackets that are opened and never closed in their line, and commas that are missing between brackets. */
export function mendClosers({ text, lines, at }: Stumble): readonly Mend[] {
  const mends: Mend[] = [];
  for (const line of lines.slice(0, at + 2)) {
    if (mends.length > 3) break;
    const open = openAt(text, line);
    if (open !== null) mends.push(closing(line, open));
    mends.push(...missingCommas(text, line));
  }
  return mends;
}

interface Open {
  readonly at: number;
  readonly character: string;
  /** What closes it and all that is open inside of it. */
  readonly closers: string;
}

const partners: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The quote or bracket of a line's value that the line does not close. */
function openAt(text: string, line: BlockLine): Open | null {
  const first = text[line.value] ?? '';
  if (!'\'"[{'.includes(first)) return null;
  const stack: { at: number; character: string }[] = [];
  for (let at = line.value; at < line.valueEnd; at += 1) {
    const character = text[at] ?? '';
    const isStart = at === line.value || /[[{,:\s]/.test(text[at - 1] ?? '');
    if ((character === "'" || character === '"') && isStart) {
      const close = closeOfQuote(text, at, line.end);
      if (close === -1) {
        const closers = character + stack.map(closerOf).reverse().join('');
        return { at, character, closers };
      }
      at = close;
    } else if (character === '[' || character === '{') stack.push({ at, character });
    else if (character === ']' || character === '}') stack.pop();
  }
  const [outer] = stack;
  return outer === undefined ? null : { ...outer, closers: stack.map(closerOf).reverse().join('') };
}

function closerOf({ character }: { readonly character: string }): string {
  return partners[character] ?? character;
}

function closeOfQuote(text: string, from: number, end: number): number {
  const quote = text[from] ?? '';
  for (let at = from + 1; at < end; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote && text[at + 1] === quote && quote === "'") at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function closing(line: BlockLine, { at, character, closers }: Open): Mend {
  const isQuote = character === "'" || character === '"';
  const what = isQuote ? `Quote \`${character}\`` : `Bracket \`${character}\``;
  const end = isQuote ? line.end : line.valueEnd;
  return {
    message: `${what} is never closed; add \`${closers}\`.`,
    title: `Add \`${closers}\``,
    range: { start: at, end },
    edits: replaced(end, end, closers),
  };
}

/** `{type: string required: true}`, `[a, b c: d]`: a key inside of brackets without a comma before it. */
function missingCommas(text: string, line: BlockLine): readonly Mend[] {
  const value = text.slice(line.value, line.valueEnd);
  if (!value.startsWith('{') && !value.startsWith('[')) return [];
  const gaps = [...value.matchAll(/(?<![,{[])[ \t]+(?=[A-Za-z_]\w*:[ \t])/g)].filter(
    ({ index }) => !/[,{[]\s*$/.test(value.slice(0, index)),
  );
  const [gap] = gaps;
  if (gap === undefined) return [];
  const after = line.value + gap.index + gap[0].length;
  const key = /^\w+/.exec(text.slice(after))?.[0] ?? '';
  return [
    {
      message: `A comma is missing before \`${key}\`; put one there.`,
      title: 'Put commas between the entries',
      range: { start: after, end: after + key.length },
      edits: gaps.flatMap(({ index }) => replaced(line.value + index, line.value + index, ',')),
    },
  ];
}
