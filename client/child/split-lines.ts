/** A line longer than this is given out in parts: a child that never ends a line must not fill the editor's memory. */
const longestLine = 4_000_000;

/** Turns pieces of text into whole lines, `\r\n` and `\n` alike; `end` gives out what has no line end. */
export function splitLines(onLine: (line: string) => void): { push(piece: string): void; end(): void } {
  let rest = '';
  return {
    push(piece) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
      if (rest.length > longestLine) {
        onLine(rest);
        rest = '';
      }
    },
    end() {
      if (rest !== '') onLine(rest);
      rest = '';
    },
  };
}
