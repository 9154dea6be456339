/** A value of the wrong kind, as a message calls it. */
export function nameValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (typeof value === 'string') return `the text \`${shown}\``;
  return `\`${shown}\``;
}

/** Names one after the other: `` `a`, `b` and `c` ``. */
export function listed(names: readonly string[], word = 'and'): string {
  const quoted = names.map((name) => (name === '' ? "''" : `\`${name}\``));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`;
}
