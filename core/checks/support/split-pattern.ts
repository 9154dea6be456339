/** The keys of a dotted path in which a key may be `*` or, quoted, hold dots: `tables.*.columns["a.b"]`. */
export function splitPattern(text: string): readonly string[] {
  const keys: string[] = [];
  for (const match of text.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|[^.[\]]+/g)) {
    const [whole, quoted, index] = match;
    if (quoted !== undefined) keys.push(quoted.replace(/\\(.)/g, '$1'));
    else keys.push(index ?? whole);
  }
  return keys;
}
