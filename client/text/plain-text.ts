const unseen =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text from a project or a run as it may stand in a label or a notification. The editor draws `$(name)` as an icon and
 * `[label](command:…)` as a link that runs something, so a space of no width takes both apart; control characters and
 * directional overrides are written out, `\n` as `\u{a}`.
 */
export function plainText(text: string): string {
  return text
    .replace(unseen, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replaceAll('](', ']\u200b(')
    .replaceAll('$(', '$\u200b(');
}
