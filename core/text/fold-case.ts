/** A text with ASCII letters in lower case, and nothing else changed: how engines compare names. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
