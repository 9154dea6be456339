import type { BlockLine } from './block-lines.ts';
import { type Mend, replaced, type Stumble, singleQuoted } from './mend.ts';

/** Values that YAML reads as something else than a text, because of a character in them: quotes make them one. */
export function mendValues(stumble: Stumble): readonly Mend[] {
  const { text, lines, at } = stumble;
  const near = [lines[at], lines[at - 1]].filter((line) => line !== undefined);
  return near.flatMap((line) => [...mendValue(text, line)]);
}

function* mendValue(text: string, line: BlockLine): Generator<Mend> {
  const value = text.slice(line.value, line.valueEnd);
  if (value === '') return;
  const range = { start: line.value, end: line.valueEnd };
  const of = line.key === null ? 'This value' : `The value of \`${line.key}\``;
  const quote = (why: string): Mend => ({
    message: `${of} ${why}; put it in quotes.`,
    title: 'Put it in quotes',
    range,
    edits: replaced(range.start, range.end, singleQuoted(value)),
  });
  const first = value[0] ?? '';
  if (first === '"') return yield* mendDoubleQuoted(value, line);
  if (first === "'") return yield* mendSingleQuoted(value, line);
  if ('@`%|>&*!?'.includes(first))
    yield quote(
      `begins with ${first === '`' ? 'a backquote' : `\`${first}\``}, which has a meaning of its own in YAML`,
    );
  if ((first === '[' || first === '{') && isTextAfterBracket(value))
    yield quote(`begins with \`${first}\` and goes on behind the bracket`);
  if (/: |:$/.test(value) && !'[{'.includes(first)) yield quote('holds a second `: `');
}

/** `[A-Z]{2}`: the bracket that opens first closes before the end. */
function isTextAfterBracket(value: string): boolean {
  let depth = 0;
  for (const [index, character] of [...value].entries()) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    if (depth === 0) return index < value.length - 1;
  }
  return false;
}

function* mendDoubleQuoted(value: string, line: BlockLine): Generator<Mend> {
  const range = { start: line.value, end: line.valueEnd };
  const inner = value.slice(1, value.length > 1 && value.endsWith('"') ? -1 : undefined);
  const unknown = /\\[^0abtnvfre "/\\N_LPxuU\n]/.exec(value)?.[0];
  if (unknown !== undefined) {
    const message = `\`${unknown}\` means nothing in double quotes; use single quotes, in which a backslash stands for itself.`;
    yield {
      message,
      title: 'Use single quotes',
      range,
      edits: replaced(range.start, range.end, singleQuoted(inner)),
    };
  }
  yield* mendTail(value, line);
  if (/[^\\]"./.test(value)) {
    const message = 'A double quote stands inside of double quotes; use single quotes around.';
    yield {
      message,
      title: 'Use single quotes',
      range,
      edits: replaced(range.start, range.end, singleQuoted(inner)),
    };
  }
}

function* mendSingleQuoted(value: string, line: BlockLine): Generator<Mend> {
  const range = { start: line.value, end: line.valueEnd };
  yield* mendTail(value, line);
  if (value.endsWith("'") && value.length > 2) {
    const inner = value.slice(1, -1);
    const message = 'A single quote inside of single quotes is written twice; double it.';
    const newText = singleQuoted(inner.replaceAll("''", "'"));
    yield {
      message,
      title: "Write it twice (`''`)",
      range,
      edits: replaced(range.start, range.end, newText),
    };
  }
}

/** `'a' or 'b'`: text in quotes with more text behind it. */
function* mendTail(value: string, line: BlockLine): Generator<Mend> {
  const quote = value[0] ?? '';
  const close = value.indexOf(quote, 1);
  if (close === -1 || !/^[ \t,;]/.test(value.slice(close + 1))) return;
  const range = { start: line.value, end: line.valueEnd };
  const message = 'Text stands behind the closing quote; put quotes around all of it.';
  yield {
    message,
    title: 'Put all of it in quotes',
    range,
    edits: replaced(range.start, range.end, singleQuoted(value)),
  };
}
