import { createRandom } from '../../../../samples/random.ts';
import { generatedKinds } from './kinds.ts';
import { readGrammar } from './notation.ts';
import { render } from './render.ts';
import { commands } from './rules/commands.ts';
import { definitions } from './rules/definitions.ts';
import { expressionKinds } from './rules/expression-kinds.ts';
import { expressions } from './rules/expressions.ts';
import { lexical } from './rules/lexical.ts';
import { pipes } from './rules/pipes.ts';
import { queries } from './rules/queries.ts';
import { rarities } from './rules/rarities.ts';
import { refused } from './rules/refused.ts';
import { scripts } from './rules/scripts.ts';
import { statements } from './rules/statements.ts';
import { depthsOf, sentence } from './sentence.ts';

export interface GeneratedStatement {
  readonly text: string;
  readonly kind: string;
}

/** Longer ones say nothing new. */
const longest = 900;

/** `count` different statements of every kind, more of the kinds with a greater share, the same ones for the same seed. What Spark says of them is not known here. */
export function generateStatements(seed: number, count: number): readonly GeneratedStatement[] {
  const grammar = readGrammar([
    lexical,
    expressions,
    expressionKinds,
    queries,
    statements,
    definitions,
    commands,
    pipes,
    scripts,
    refused,
    rarities,
  ]);
  const depths = depthsOf(grammar);
  return generatedKinds.flatMap(({ kind, rule, share }, at) => {
    const wanted = count * share;
    const random = createRandom(seed * 1009 + at);
    const texts = new Set<string>();
    for (let attempt = 0; attempt < wanted * 4 && texts.size < wanted; attempt += 1) {
      const words = sentence(rule, random, { grammar, depths, limit: random.int(5, 9) });
      const text = render(words, random);
      if (text.length <= longest) texts.add(text);
    }
    return [...texts].map((text) => ({ text, kind }));
  });
}
