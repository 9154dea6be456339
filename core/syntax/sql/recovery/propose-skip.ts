import { s, signText } from '../lexer/token-codes.ts';
import { describeSyntaxProblem } from '../parser/describe-syntax-problem.ts';
import { codeAt, type Failure, type Propose, type Repair } from './repair.ts';
import { isSync } from './word-classes.ts';

/** How far reading is willing to skip, in tokens. */
const farthest = 200;
/** At how many places it tries to go on. */
const mostPlaces = 4;

/** Leaves out what cannot be read, up to where reading could go on: one token, or to a word or sign that ends or begins a part. */
export const proposeSkip: Propose = (failure) => {
  const { tokens, at, expected } = failure;
  const { message, range } = describeSyntaxProblem({ ...tokens, at }, expected);
  const skip = (from: number, next: number): Repair => {
    const removed = next - from;
    const cost = 5 + Math.min(removed, 4);
    return { code: 'sql-syntax', message, range, edit: { at: from, removed, inserted: [] }, cost };
  };
  const places = placesAfter(failure);
  // A sign right before may be what is wrong: `a ! b`.
  const withSign = at > 0 && isSign(codeAt(tokens, at - 1)) ? places.slice(0, 2) : [];
  return [...places.map((next) => skip(at, next)), ...withSign.map((next) => skip(at - 1, next))];
};

/** Whether a token is an operator of signs. */
function isSign(code: number): boolean {
  return signText(code) !== '' && code !== s[')'] && code !== s['('] && code !== s[','];
}

/** Indexes behind the failure, in the same parentheses or behind them, at which to go on. */
function placesAfter({ tokens, at }: Failure): number[] {
  const places = at < tokens.end ? [at + 1] : [];
  let depth = 0;
  const last = Math.min(tokens.end, at + farthest);
  for (let index = at; index < last && places.length < mostPlaces; index += 1) {
    const code = codeAt(tokens, index);
    if (depth === 0 && index > at + 1 && isSync(code)) places.push(index);
    if (code === s['(']) depth += 1;
    if (code === s[')'] && depth > 0) depth -= 1;
  }
  if (at < tokens.end) places.push(tokens.end);
  return [...new Set(places)];
}
