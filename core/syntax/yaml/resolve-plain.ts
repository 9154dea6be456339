/**
 * The value of a plain scalar that stands on one line, as YAML 1.2's core schema reads it; undefined where that takes a closer look
 * (exponents, other bases, long numbers, characters that may begin something else).
 */
export function resolvePlain(written: string): string | number | boolean | null | undefined {
  const first = written.charCodeAt(0);
  if (isLetter(first)) return words.has(written) ? words.get(written) : written;
  if (/^-?(?:0|[1-9][0-9]{0,14})$/.test(written)) return written === '-0' ? undefined : Number(written);
  if (/^-?(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6}$/.test(written)) return Number(written);
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(written)) return written;
  return /^[/$(^\u00a1-\ud7ff]/.test(written) ? written : undefined;
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}
