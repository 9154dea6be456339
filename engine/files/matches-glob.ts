/**
 * Whether `*` (any run of characters) and `?` (one character) of `glob` cover the whole name; every other character
 * stands for itself. Time grows with the product of both lengths at worst.
 */
export function matchesGlob(glob: string, name: string): boolean {
  const pattern = [...glob];
  const text = [...name];
  let at = 0;
  let wanted = 0;
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    if (pattern[wanted] === '*') {
      star = wanted++;
      mark = at;
    } else if (wanted < pattern.length && (pattern[wanted] === '?' || pattern[wanted] === text[at])) {
      wanted++;
      at++;
    } else if (star !== -1) {
      wanted = star + 1;
      at = ++mark;
    } else {
      return false;
    }
  }
  while (pattern[wanted] === '*') wanted++;
  return wanted === pattern.length;
}
