import type { Random } from '../../../../samples/random.ts';
import { badIdentifiers, badIntervals, badLiterals, badTypes, keywords, prose, signs } from './material.ts';
import { join, type Piece, piecesOf, placesOf } from './pieces.ts';

/** Changes a text in one place; null where it has no such place. `other` is another statement. */
export type Mutator = (text: string, random: Random, other: string) => string | null;

const any = () => true;
const isWord = ({ kind }: Piece) => kind === 'word';
const isSign = (text: string) => (piece: Piece) => piece.kind === 'sign' && piece.text === text;
const isKeyword = ({ kind, text }: Piece) => kind === 'word' && keywords.includes(text.toUpperCase());
const isLiteral = ({ kind }: Piece) => kind === 'number' || kind === 'string';
const isName = (piece: Piece) => piece.kind === 'quoted' || (isWord(piece) && !isKeyword(piece));

/** Puts pieces or a text in the stead of one piece that passes. */
function replacing(
  passes: (piece: Piece) => boolean,
  change: (pieces: readonly Piece[], at: number, random: Random) => string,
): Mutator {
  return (text, random) => {
    const pieces = piecesOf(text);
    const places = placesOf(pieces, passes);
    if (places.length === 0) return null;
    const at = random.pick(places);
    return join(pieces.slice(0, at)) + change(pieces, at, random) + join(pieces.slice(at + 1));
  };
}

function textAt(pieces: readonly Piece[], at: number): string {
  return pieces[at]?.text ?? '';
}

function swapNeighbours(text: string, random: Random): string | null {
  const pieces = piecesOf(text);
  const places = placesOf(pieces, any);
  if (places.length < 2) return null;
  const at = random.int(0, places.length - 2);
  const [left, right] = [places[at] ?? 0, places[at + 1] ?? 0];
  const swapped = [...pieces];
  swapped[left] = pieces[right] as Piece;
  swapped[right] = pieces[left] as Piece;
  return join(swapped);
}

function misspell(word: string, random: Random): string {
  if (word.length < 2) return `${word}${word}`;
  const at = random.int(0, word.length - 2);
  const kinds = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    () => word.slice(0, at) + word.charAt(at) + word.slice(at),
  ];
  return random.pick(kinds)();
}

/** From a keyword to shortly before a later one, once more. */
function repeatClause(text: string, random: Random): string | null {
  const pieces = piecesOf(text);
  const places = placesOf(pieces, isKeyword);
  if (places.length < 2) return null;
  const first = random.int(0, places.length - 1);
  const [from, to] = [places[first] ?? 0, places[first + random.int(1, 2)] ?? pieces.length];
  const clause = join(pieces.slice(from, to)).trim();
  return `${join(pieces.slice(0, to)).trimEnd()} ${clause} ${join(pieces.slice(to))}`;
}

function truncate(text: string, random: Random): string | null {
  return text.length < 3 ? null : text.slice(0, random.int(1, text.length - 1));
}

function paste(text: string, random: Random): string {
  const words = random.pick(prose);
  const at = random.pick([0, text.length, text.indexOf(' ', random.int(0, text.length))]);
  if (at <= 0) return `${words}\n${text}`;
  return `${text.slice(0, at)}${at === text.length ? '\n' : ' '}${words} ${text.slice(at)}`;
}

/** Weights as they stand in lists: what people do most is done most. */
export const mutators: Readonly<Record<string, Mutator>> = {
  'delete-token': replacing(any, () => ''),
  'delete-keyword': replacing(isKeyword, () => ''),
  'repeat-token': replacing(any, (pieces, at) => `${textAt(pieces, at)} ${textAt(pieces, at)}`),
  'swap-tokens': swapNeighbours,
  'take-another-token': replacing(any, (pieces, _, random) =>
    textAt(pieces, random.pick(placesOf(pieces, any))),
  ),
  'take-a-keyword': replacing(any, (_pieces, _at, random) => random.pick(keywords)),
  'take-a-sign': replacing(any, (_pieces, _at, random) => random.pick(signs)),
  'insert-keyword': replacing(any, (pieces, at, random) => `${random.pick(keywords)} ${textAt(pieces, at)}`),
  'insert-sign': replacing(any, (pieces, at, random) => `${random.pick(signs)} ${textAt(pieces, at)}`),
  'drop-comma': replacing(isSign(','), () => ' '),
  'double-comma': replacing(isSign(','), () => ', ,'),
  'trailing-comma': replacing(
    (piece) => isSign(')')(piece) || (isWord(piece) && /^(from|where|group|order|having)$/i.test(piece.text)),
    (pieces, at) => `, ${textAt(pieces, at)}`,
  ),
  'comma-at-the-end': (text) => `${text.replace(/[\s;]+$/, '')},`,
  'drop-parenthesis': replacing(
    (piece) => piece.kind === 'sign' && '()[]'.includes(piece.text),
    () => ' ',
  ),
  'drop-quote': replacing(
    ({ kind }) => kind === 'string' || kind === 'quoted',
    (pieces, at, random) =>
      random.chance(0.5) ? textAt(pieces, at).slice(1) : textAt(pieces, at).slice(0, -1),
  ),
  'curly-quotes': replacing(
    ({ kind }) => kind === 'string',
    (pieces, at) => `‘${textAt(pieces, at).slice(1, -1)}’`,
  ),
  'misspell-keyword': replacing(isKeyword, (pieces, at, random) => misspell(textAt(pieces, at), random)),
  truncate,
  'paste-prose': paste,
  'triple-quotes': (text, random) => {
    const quotes = random.pick(['"""', "'''", '```']);
    return random.pick([`${quotes}\n${text}\n${quotes}`, `${text}\n${quotes}`, `${quotes}${text}${quotes}`]);
  },
  'two-statements': (text, random, other) =>
    `${text.replace(/[\s;]+$/, '')}${random.pick(['\n', '\n\n', ' '])}${other}`,
  'repeat-clause': repeatClause,
  'bad-literal': replacing(isLiteral, (_pieces, _at, random) => random.pick(badLiterals)),
  'bad-interval': replacing(isLiteral, (_pieces, _at, random) => random.pick(badIntervals)),
  'bad-identifier': replacing(isName, (_pieces, _at, random) => random.pick(badIdentifiers)),
  'bad-type': replacing(
    (piece) => isWord(piece) && /^(int|string|date|double|bigint|decimal|timestamp)$/i.test(piece.text),
    (_pieces, _at, random) => random.pick(badTypes),
  ),
  'open-comment': replacing(any, (pieces, at) => `/* ${textAt(pieces, at)}`),
};
