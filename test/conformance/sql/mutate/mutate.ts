import type { Random } from '../../../../samples/random.ts';
import { mutators } from './mutators.ts';

export interface Mutant {
  readonly text: string;
  /** Of the statement that it was made from. */
  readonly kind: string;
  readonly mutator: string;
}

const longest = 1500;

/**
 * `count` different texts that each were one of the statements, changed in one or two places by a mutator that is drawn anew, so that
 * every mutator and every kind has its share.
 */
export function mutate(
  statements: readonly { readonly text: string; readonly kind: string }[],
  count: number,
  random: Random,
): readonly Mutant[] {
  const kinds = [...new Set(statements.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => statements.filter((one) => one.kind === kind));
  const originals = new Set(statements.map(({ text }) => text));
  const made = new Map<string, Mutant>();
  for (let attempt = 0; made.size < count && attempt < count * 10; attempt += 1) {
    const { text, kind } = random.pick(random.chance(0.5) ? random.pick(byKind) : statements);
    const other = random.pick(statements).text;
    const mutator = random.pick(Object.keys(mutators));
    const once = mutators[mutator]?.(text, random, other) ?? null;
    if (once === null) continue;
    const again = random.chance(0.1)
      ? (mutators[random.pick(Object.keys(mutators))]?.(once, random, other) ?? once)
      : once;
    if (again.trim() === '' || again.length > longest || originals.has(again)) continue;
    made.set(again, { text: again, kind, mutator });
  }
  return [...made.values()];
}
