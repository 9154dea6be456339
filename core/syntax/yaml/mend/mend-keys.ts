import type { BlockLine } from './block-lines.ts';
import { type Mend, replaced, type Stumble } from './mend.ts';

/** A key without its colon, without the space behind it, or with another sign in its place; a dash that does not belong. */
export function mendKeys({ text, lines, at }: Stumble): readonly Mend[] {
  const near = [lines[at], lines[at - 1], lines[at + 1]].filter((line) => line !== undefined);
  return near.flatMap((line) => [...mendKey(text, line)]);
}

function* mendKey(text: string, line: BlockLine): Generator<Mend> {
  const { content, end } = line;
  const written = text.slice(content, end);
  const range = { start: content, end };
  if (line.key === null) {
    const glued = /^((?:- +)?[A-Za-z_]\w*):(?=[^\s:])/.exec(written)?.[1];
    if (glued !== undefined) {
      const after = content + glued.length + 1;
      const message = `A space is missing behind \`${glued}:\`; put one between the colon and the value.`;
      yield { message, title: 'Put a space behind the colon', range, edits: replaced(after, after, ' ') };
    }
    const [, named, sign] = /^((?:- +)?[A-Za-z_]\w*)(\s*(?:=>?|;)\s*|\s+|$)/.exec(written) ?? [];
    if (named !== undefined && sign !== undefined) {
      const from = content + named.length;
      const isLast = from + sign.length === end;
      const name = named.replace(/^- +/, '');
      const message = `A colon is missing behind \`${name}\`; write \`${name}:\`.`;
      yield {
        message,
        title: 'Put a colon behind it',
        range: { start: content + named.length - name.length, end: from },
        edits: replaced(from, from + sign.length, isLast ? ':' : ': '),
      };
    }
  }
  const dash = /^- +(?=[A-Za-z_]\w*\s*:(?:\s|$))/.exec(written)?.[0];
  if (dash !== undefined) {
    const message = `A \`-\` makes a list of what must be a mapping; take it away.`;
    yield {
      message,
      title: 'Remove the dash',
      range: { start: content, end: content + 1 },
      edits: replaced(content, content + dash.length, ''),
    };
  }
}
