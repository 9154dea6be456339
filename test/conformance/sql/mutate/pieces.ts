/** A piece of a text as an eye sees it; read apart from the project's own lexer, so that one does not hide the other's mistakes. */
export interface Piece {
  readonly kind: 'space' | 'word' | 'number' | 'string' | 'quoted' | 'sign';
  readonly text: string;
}

const pattern =
  /(\s+|--[^\n]*|\/\*(?!\+)[\s\S]*?\*\/)|([A-Za-z_][\w]*)|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?[A-Za-z]*)|('(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(`[^`]*`)|(\/\*\+|\*\/|<=>|[<>!=|:-][=>|:]|[\s\S])/gu;

/** Pieces whose concatenation is the text. */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(pattern)].map(([whole, space, word, number, string, quoted]) => ({
    kind: kindOf([space, word, number, string, quoted]),
    text: whole,
  }));
}

function kindOf(groups: readonly (string | undefined)[]): Piece['kind'] {
  const kinds = ['space', 'word', 'number', 'string', 'quoted'] as const;
  return kinds[groups.findIndex((group) => group !== undefined)] ?? 'sign';
}

export function join(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Where pieces stand that are no space and pass. */
export function placesOf(pieces: readonly Piece[], passes: (piece: Piece) => boolean): readonly number[] {
  return pieces.flatMap((piece, at) => (piece.kind !== 'space' && passes(piece) ? [at] : []));
}
