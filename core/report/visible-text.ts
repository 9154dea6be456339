/**
 * Characters that act on a terminal or reorder a line instead of showing: C0 and C1 controls, DEL, line and paragraph
 * separators, directional overrides and isolates, the byte order mark, lone surrogates.
 */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text with every such character written out, `\n` as `\u{a}`: what comes from files, names and messages can then
 * neither colour a terminal, move its cursor, nor start a new line.
 */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** JSON of a value with the same characters as JSON's own escapes: it parses to the value, and is safe to print. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    // JSON already escapes C0 and lone surrogates inside strings; a line end outside of them is layout.
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
