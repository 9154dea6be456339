/** A line of a YAML block that is neither blank, nor a comment, nor inside a block scalar. Offsets are into the block. */
export interface BlockLine {
  /** Of its first character. */
  readonly start: number;
  /** Of its first character that is neither space nor tab. */
  readonly content: number;
  /** Behind its last character that is not blank. */
  readonly end: number;
  /** Spaces before its content, a tab counted as one. */
  readonly indent: number;
  readonly hasTab: boolean;
  /** Offset of the value behind dashes and a key, or of the content when there is no key; `end` when nothing follows. */
  readonly value: number;
  /** Behind the last character of the value, without a comment. */
  readonly valueEnd: number;
  /** Null when the line does not begin with `key:`, after dashes. */
  readonly key: string | null;
  /** Nothing stands behind the key: what follows is indented below it. */
  readonly isOpener: boolean;
}

const keyed = /^(?:- +)*(?:([A-Za-z_][\w.-]*|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+|$))?/;

/** The lines of a block that say something, in order. */
export function blockLines(text: string): readonly BlockLine[] {
  const lines: BlockLine[] = [];
  let scalarIndent: number | null = null;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const next = found === -1 ? text.length : found;
    const line = readLine(text, start, next);
    start = next + 1;
    if (line === null) continue;
    if (scalarIndent !== null && line.indent > scalarIndent) continue;
    scalarIndent = null;
    lines.push(line);
    if (/^[|>][0-9+-]*$/.test(text.slice(line.value, line.valueEnd))) scalarIndent = line.indent;
  }
  return lines;
}

function readLine(text: string, start: number, next: number): BlockLine | null {
  const written = text.slice(start, next);
  const indent = /^[ \t]*/.exec(written)?.[0].length ?? 0;
  const body = written.slice(indent).trimEnd();
  if (body === '' || body.startsWith('#')) return null;
  const content = start + indent;
  const end = content + body.length;
  const match = keyed.exec(body);
  const key = match?.[1] ?? null;
  const value = content + (match?.[0].length ?? 0);
  const valueEnd = value + withoutComment(text.slice(value, end)).length;
  const hasTab = written.slice(0, indent).includes('\t');
  return {
    start,
    content,
    end,
    indent,
    hasTab,
    value,
    valueEnd,
    key,
    isOpener: key !== null && valueEnd === value,
  };
}

/** A value as far as a comment that begins behind it. */
function withoutComment(value: string): string {
  const from = value.startsWith("'") || value.startsWith('"') ? value.lastIndexOf(value[0] ?? '') : 0;
  const found = value.startsWith('#') ? 0 : value.indexOf(' #', Math.max(0, from));
  return (found === -1 ? value : value.slice(0, found)).trimEnd();
}
