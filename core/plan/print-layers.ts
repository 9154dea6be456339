/** One `SELECT` of a nested query. Items are printed as they are: a literal may hold a line end that must stay. */
export interface Layer {
  /** Name of the layer in the `FROM` of the one around it. */
  readonly name: string;
  /** Everything of the layer below comes along. */
  readonly isAdding: boolean;
  /** An item may span several lines. */
  readonly items: readonly (string | readonly string[])[];
}

/** Nested `SELECT`s over a relation, the last layer outermost, one item a line. Begins with `SELECT`. */
export function printLayers(relation: string, layers: readonly Layer[]): string {
  const outward = layers.toReversed();
  const opened = outward.map(({ isAdding, items }, depth) => {
    const margin = '  '.repeat(depth);
    const lines = items.map((item) => `${margin}  ${[item].flat().join(`\n${margin}    `)}`).join(',\n');
    return `${margin}SELECT${isAdding ? ' *,' : ''}\n${lines}\n${margin}FROM `;
  });
  const closed = outward
    .slice(1)
    .map(({ name }, depth) => `\n${'  '.repeat(depth)}) AS ${name}`)
    .toReversed();
  return `${opened.join('(\n')}${relation}${closed.join('')}`;
}
