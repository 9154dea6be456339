export interface Rows {
  readonly columns: readonly string[];
  /** Values as text, in the order of the columns; null for NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Rows of `pistevo preview --json`: one object a line, all with the same keys. */
export function parseRows(text: string): Rows {
  const objects = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entriesOf(line));
  const columns = (objects[0] ?? []).map(([name]) => name);
  return { columns, rows: objects.map((entries) => entries.map(([, value]) => value)) };
}

/** An object would put keys that look like numbers first; the order of the columns is that of the text. */
function entriesOf(line: string): readonly (readonly [string, string | null])[] {
  // Every string of the line in turn: those with a colon after them are the keys.
  const strings = [...line.matchAll(/("(?:[^"\\]|\\.)*")(:?)/g)];
  const names = strings.flatMap(([, text = '', colon]) =>
    colon === ':' ? [JSON.parse(text) as string] : [],
  );
  const values = JSON.parse(line) as Readonly<Record<string, unknown>>;
  return names.map((name) => {
    const value = values[name];
    return [name, value === null || value === undefined ? null : String(value)];
  });
}
