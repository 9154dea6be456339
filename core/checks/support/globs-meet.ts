/** Whether some file name matches both patterns, of `*` (any part) and `?` (any character). */
export function globsMeet(left: string, right: string): boolean {
  const width = right.length + 1;
  // One row of answers for each rest of `left`, from its end; a cell answers for a rest of `right`.
  let below: readonly boolean[] = Array.from({ length: width }, (_, at) => isStars(right.slice(at)));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    const current: boolean[] = new Array<boolean>(width).fill(false);
    for (let at = width - 1; at >= 0; at -= 1) {
      current[at] = meets([left[row] ?? '', right[at] ?? ''], {
        skipLeft: below[at] ?? false,
        skipRight: current[at + 1] ?? false,
        skipBoth: below[at + 1] ?? false,
      });
    }
    below = current;
  }
  return below[0] ?? false;
}

interface Rests {
  readonly skipLeft: boolean;
  readonly skipRight: boolean;
  readonly skipBoth: boolean;
}

function meets([left, right]: readonly [string, string], rests: Rests): boolean {
  if (left === '*') return rests.skipLeft || (right !== '' && rests.skipRight);
  if (right === '*') return rests.skipRight || rests.skipLeft;
  if (right === '') return false;
  return (left === '?' || right === '?' || left === right) && rests.skipBoth;
}

function isStars(text: string): boolean {
  return /^\**$/.test(text);
}
