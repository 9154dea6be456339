/** Texts of users are shown as they are: no markup, no links and no control characters come through. */

/** A text in code type. */
export function codeSpan(text: string): string {
  const visible = oneLine(text);
  const longest = Math.max(0, ...(visible.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = visible.startsWith('`') || visible.endsWith('`') || visible === '' ? ' ' : '';
  return `${fence}${space}${visible}${space}${fence}`;
}

/** A text in code type for a cell of a table, where `|` would end the cell. */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}

/** Prose of a user: everything that markdown or HTML could take for markup is escaped. */
export function plainProse(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+\-.!|~>:@]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

/** A value of YAML as people write it. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value === '' ? "''" : value;
  return JSON.stringify(value) ?? 'null';
}

const longestText = 300;

function oneLine(text: string): string {
  const visible = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g,
    ' ',
  );
  return visible.length > longestText ? `${visible.slice(0, longestText)}…` : visible;
}
