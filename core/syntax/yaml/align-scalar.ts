/** Where each character of a YAML string stands in its file. */
export interface Alignment {
  /** Offset in the file of an offset in the value. */
  toFile(offset: number): number;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
};

/**
 * Lines up a scalar as written, from `start` in the file, with the string it means: quotes, escapes, folded lines and the
 * indentation of block scalars are followed. Null where they do not line up (aliases, variables, rare escapes).
 */
export function alignScalar(raw: string, start: number, value: string): Alignment | null {
  const offsets = readOffsets(raw, value);
  if (offsets === null) return null;
  const last = offsets.length - 1;
  return {
    toFile: (offset) => start + (offsets[Math.max(0, Math.min(offset, last))] ?? 0),
  };
}

/** For each character of the value, and for its end, the offset in the raw scalar. */
function readOffsets(raw: string, value: string): readonly number[] | null {
  const style = raw[0] ?? '';
  const isQuoted = style === '"' || style === "'";
  const body = isQuoted && raw.length > 1 && raw.endsWith(style) ? raw.length - 1 : raw.length;
  let at = isQuoted ? 1 : blockBody(raw);
  const offsets: number[] = [];
  for (const character of value.split('')) {
    while (style === '"' && /^\\\r?\n/.test(raw.slice(at, at + 3))) at = raw.indexOf('\n', at) + 1;
    const escaped = style === '"' && raw[at] === '\\';
    if (!escaped && isBlank(character)) {
      offsets.push(Math.min(at, body));
      if (at < body && isBlank(raw[at] ?? '')) at += 1;
      continue;
    }
    if (!escaped) while (at < body && isBlank(raw[at] ?? '')) at += 1;
    const isEscape = style === '"' && raw[at] === '\\';
    const meant = isEscape ? escapes[raw[at + 1] ?? ''] : raw[at];
    if (meant !== character) return null;
    offsets.push(at);
    at += isEscape || (style === "'" && character === "'") ? 2 : 1;
  }
  offsets.push(Math.min(at, body));
  return offsets;
}

/** Where a block scalar's text begins, after its `|` or `>` line; 0 for a plain scalar. */
function blockBody(raw: string): number {
  const header = /^[|>][0-9+-]*[ \t]*(?:#[^\n]*)?\r?\n/.exec(raw);
  return header === null ? 0 : header[0].length;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
