/** A text as a message names it: on one line, at most 40 characters, in backquotes unless it holds some. */
export function quote(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const short = line.length > 40 || text.length > 200 ? `${line.slice(0, 39)}…` : line;
  return short.includes('`') ? `"${short}"` : `\`${short}\``;
}
