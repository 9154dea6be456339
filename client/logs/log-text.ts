/** The end of a text that grows, with a first line that says what is left out. */
export interface LogText {
  add(lines: readonly string[]): void;
  /** Everything that is kept, each line ended. */
  text(): string;
}

export interface LogTextOptions {
  readonly mostLines?: number;
  readonly mostCharacters?: number;
}

/** A document of an editor: more than this is slow to scroll and to search. */
export function createLogText({
  mostLines = 20_000,
  mostCharacters = 4_000_000,
}: LogTextOptions = {}): LogText {
  let kept: string[] = [];
  let size = 0;
  let left = 0;
  return {
    add(lines) {
      for (const line of lines) {
        kept.push(line);
        size += line.length + 1;
      }
      let first = 0;
      while (kept.length - first > mostLines || (size > mostCharacters && kept.length - first > 1)) {
        size -= (kept[first]?.length ?? 0) + 1;
        first += 1;
      }
      if (first > 0) kept = kept.slice(first);
      left += first;
    },
    text() {
      const note = left === 0 ? [] : [`(${left} earlier lines are left out; they are in the run's folder)`];
      return [...note, ...kept].map((line) => `${line}\n`).join('');
    },
  };
}
