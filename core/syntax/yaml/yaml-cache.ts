import type { ParsedBlock } from './parse-block.ts';

/** Parsed blocks by their text, and plain values by the tree that they were made from. Holds no positions. */
export interface YamlCache {
  readonly blocks: Map<string, ParsedBlock>;
  readonly values: WeakMap<object, unknown>;
}

/** Pass it to every parse of the same files: a block whose text has not changed is then not parsed again. */
export function createYamlCache(): YamlCache {
  return { blocks: new Map(), values: new WeakMap() };
}

const most = 4096;

/** Gives the block of this text; the oldest blocks are forgotten beyond a few thousand. */
export function cachedBlock(
  cache: YamlCache,
  text: string,
  parse: (text: string) => ParsedBlock,
): ParsedBlock {
  const known = cache.blocks.get(text);
  if (known !== undefined) {
    cache.blocks.delete(text);
    cache.blocks.set(text, known);
    return known;
  }
  const parsed = parse(text);
  cache.blocks.set(text, parsed);
  if (cache.blocks.size > most) {
    for (const oldest of cache.blocks.keys()) {
      cache.blocks.delete(oldest);
      break;
    }
  }
  return parsed;
}
