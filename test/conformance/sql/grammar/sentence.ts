import type { Random } from '../../../../samples/random.ts';
import type { Choice, Grammar, Part, Times } from './notation.ts';

/** The fewest rules inside each other that a rule needs to come to an end. */
export type Depths = ReadonlyMap<string, number>;

const endless = 1000;

/** Depths of all rules, by going over them until nothing changes. */
export function depthsOf(grammar: Grammar): Depths {
  const depths = new Map([...grammar.keys()].map((name) => [name, endless]));
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const [name, choices] of grammar) {
      const depth = 1 + Math.min(...choices.map((choice) => depthOf(choice, depths)));
      if (depth < (depths.get(name) ?? endless)) {
        depths.set(name, depth);
        hasChanged = true;
      }
    }
  }
  const lost = [...depths].filter(([, depth]) => depth >= endless);
  if (lost.length > 0) throw new Error(`rules without an end: ${lost.map(([name]) => name).join(', ')}`);
  return depths;
}

/** Below the limit so many rules are chosen among the short ways out, and only then the shortest: leaves differ as well. */
const slack = 6;

/** A sentence's words, by a random walk from a rule on; below `limit` rules a short way out is taken. */
export function sentence(
  start: string,
  random: Random,
  { grammar, depths, limit }: { readonly grammar: Grammar; readonly depths: Depths; readonly limit: number },
): readonly string[] {
  const words: string[] = [];
  const walkRule = (name: string, depth: number) => {
    const choices = grammar.get(name);
    if (choices === undefined) throw new Error(`there is no rule ${name}`);
    walkChoices(choices, depth + 1);
  };
  const walkChoices = (choices: readonly Choice[], depth: number) => {
    const choice = depth < limit ? weighted(choices, random) : short(choices, depth < limit + slack ? 2 : 0);
    for (const part of choice.parts) walkPart(part, depth);
  };
  const short = (choices: readonly Choice[], surplus: number) => {
    const lengths = choices.map((choice) => depthOf(choice, depths));
    const most = Math.min(...lengths) + surplus;
    return random.pick(choices.filter((_, at) => (lengths[at] ?? endless) <= most));
  };
  const walkPart = (part: Part, depth: number) => {
    if (part.kind === 'literal') {
      if (part.text !== '') words.push(part.text);
      return;
    }
    const count = countOf(part.times, random, depth >= limit);
    for (let at = 0; at < count; at += 1) {
      if (at > 0 && part.times.startsWith(',')) words.push(',');
      if (part.kind === 'rule') walkRule(part.name, depth);
      else walkChoices(part.choices, depth);
    }
  };
  walkRule(start, 0);
  return words;
}

function countOf(times: Times, random: Random, isShort: boolean): number {
  if (times === '') return 1;
  if (times === '?') return !isShort && random.chance(0.4) ? 1 : 0;
  const least = times.endsWith('+') ? 1 : 0;
  return isShort ? least : random.pick([least, 1, 1, 2, 2, 3]);
}

function weighted(choices: readonly Choice[], random: Random): Choice {
  let left = random.int(
    1,
    choices.reduce((sum, { weight }) => sum + weight, 0),
  );
  for (const choice of choices) {
    left -= choice.weight;
    if (left <= 0) return choice;
  }
  throw new Error('weights are whole numbers above 0');
}

function depthOf(choice: Choice, depths: Depths): number {
  const lengths = choice.parts.map((part) => {
    if (part.kind === 'literal' || /[?*]/.test(part.times)) return 0;
    if (part.kind === 'rule') return depths.get(part.name) ?? endless;
    return Math.min(...part.choices.map((inner) => depthOf(inner, depths)));
  });
  return Math.min(endless, Math.max(0, ...lengths));
}
