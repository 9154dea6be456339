/** Values that patterns are tried on. */
export const texts = [
  '',
  'a',
  'b',
  'ab',
  'aab',
  'abab',
  'A',
  '1',
  '12',
  'a1',
  '-',
  ']',
  '\\',
  '.',
  'é',
  '😀',
  'a\n',
  '\n',
  'a\r',
  ' ',
  '\t',
  '\v',
  'a-b',
  '_',
  '\u0085',
  'xx',
];

/** JavaScript's own reading; dot and space are spelled as both engines mean them. */
export function meant(pattern: string, text: string): boolean {
  const spelled = pattern.replace(/\\.|\[(?:\\.|[^\]])*\]|\./gs, (piece) => {
    const spaces = piece
      .replace(/\\s/g, piece.startsWith('[') ? ' \\t\\n\\f\\r' : '[ \\t\\n\\f\\r]')
      .replace(/\\S/g, '[^ \\t\\n\\f\\r]');
    if (piece === '\\-') return '-';
    return piece === '.' ? '[^\\n]' : spaces;
  });
  return new RegExp(`^(?:${spelled})$`, 'u').test(text);
}

/** A pattern of the common subset. */
export function randomPattern(random: (below: number) => number, depth: number): string {
  const pick = (items: readonly string[]): string => items[random(items.length)] ?? '';
  const atoms = [
    'a',
    'b',
    '1',
    '.',
    '\\.',
    '\\d',
    '\\w',
    '\\s',
    '\\S',
    '[ab]',
    '[^a]',
    '[a-z0-9]',
    '[\\]\\\\-]',
    '[^\\s]',
    'é',
    '\\-',
    '[\\d_]',
    '\\n',
  ];
  const atom = () =>
    depth > 0 && random(3) === 0 ? `${pick(['(', '(?:'])}${randomPattern(random, depth - 1)})` : pick(atoms);
  const sequence = () =>
    Array.from(
      { length: random(4) },
      () => atom() + pick(['', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?']),
    ).join('');
  return Array.from({ length: 1 + random(3) }, sequence).join('|');
}
