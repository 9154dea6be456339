import type { Random } from '../../../../samples/random.ts';

type Casing = (word: string) => string;

const casings: readonly Casing[] = [
  (word) => word,
  (word) => word,
  (word) => word.toLowerCase(),
  (word) => word.toLowerCase(),
  (word) => word.charAt(0) + word.slice(1).toLowerCase(),
];

const trivia = [
  '\n',
  '\n',
  '\n  ',
  '\t',
  ' \r\n ',
  ' -- a comment; with "signs" \n',
  ' /* c */ ',
  ' /* 😀 é\n two lines */ ',
  ' -- 😀\n',
];

/** A sentence as somebody could have typed it: any casing of keywords, spaces only where words need them, line ends and comments. */
export function render(words: readonly string[], random: Random): string {
  const casing = random.pick(casings);
  const isTight = random.chance(0.7);
  const triviaShare = random.pick([0, 0, 0, 0.03, 0.15]);
  let text = '';
  let previous = '';
  for (const word of words) {
    if (previous !== '') text += gap(previous, word, isTight, random.chance(triviaShare), random);
    text += /^[A-Z_]+$/.test(word) ? casing(word) : word;
    previous = word;
  }
  return text;
}

function gap(left: string, right: string, isTight: boolean, hasTrivia: boolean, random: Random): string {
  // A line end would end what is free text in `SET key = …`, but never what Spark reads as words.
  if (hasTrivia && left !== '/*+' && right !== '*/') return random.pick(trivia);
  if (!isTight) return ' ';
  const joinsLeft = left === '(' || left === '[' || left === '.' || left === '::';
  const joinsRight = [',', ')', '[', '.', ';', '::'].includes(right);
  const isCall = right === '(' && /^[a-z_]\w*$/.test(left) && random.chance(0.9);
  return joinsLeft || joinsRight || isCall ? '' : ' ';
}
