import { indentAt, isEmptyLine, lineStartOf, readLine } from './read-line.ts';

/** Keys at a column in the block mapping around a line, those of the line itself left out. */
export function siblingKeys(text: string, lineStart: number, column: number): readonly string[] {
  return [...above(text, lineStart, column), ...below(text, lineStart, column)];
}

function above(text: string, lineStart: number, column: number): readonly string[] {
  const found: string[] = [];
  const own = readLine(text, lineStart).levels[0];
  if (own?.kind === 'item' && own.column < column) return found;
  for (let at = lineStart; at > 0; ) {
    at = lineStartOf(text, at - 1);
    if (indentAt(text, at) > column || isEmptyLine(text, at)) continue;
    const key = keyAt(text, at, column);
    if (key !== null) found.push(key);
    if (indentAt(text, at) < column) break;
  }
  return found;
}

function below(text: string, lineStart: number, column: number): readonly string[] {
  const found: string[] = [];
  for (let at = nextLine(text, lineStart); at !== null; at = nextLine(text, at)) {
    const indent = indentAt(text, at);
    if (indent > column || isEmptyLine(text, at)) continue;
    if (indent < column) break;
    const key = keyAt(text, at, column);
    if (key !== null) found.push(key);
  }
  return found;
}

function keyAt(text: string, lineStart: number, column: number): string | null {
  const level = readLine(text, lineStart).levels.find((entry) => entry.column === column);
  return level?.kind === 'key' ? level.key : null;
}

function nextLine(text: string, from: number): number | null {
  const found = text.indexOf('\n', from);
  return found === -1 || found + 1 >= text.length ? null : found + 1;
}
