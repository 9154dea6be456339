import type { SourceText } from '../../text/parted-text.ts';
import type { Outline } from './outline.ts';
import type { ParsedBlock } from './parse-block.ts';

/** The text that was parsed last, with its blocks in the order of the text. */
export interface LastParse {
  readonly text: SourceText;
  readonly outline: Outline;
  readonly blocks: readonly ParsedBlock[];
}

/** Parsed blocks by their text, and plain values by the tree that they were made from. Holds no positions but of last texts. */
export interface YamlCache {
  readonly blocks: Map<string, ParsedBlock>;
  readonly values: WeakMap<object, unknown>;
  /** By the sections that a text is split at: each file of a project has its own. */
  readonly last: Map<string, LastParse>;
  /** Characters of all keys of `blocks`. */
  length: number;
}

/** Pass it to every parse of the same files: a block whose text has not changed is then not parsed again. */
export function createYamlCache(): YamlCache {
  return { blocks: new Map(), values: new WeakMap(), last: new Map(), length: 0 };
}

/**
 * Characters of blocks that are remembered beside those of the last texts: enough to undo some minutes of typing in a large
 * block, and little enough that a day of typing does not show in memory (a tree is some twenty times its text).
 */
const mostCharacters = 512 * 1024;

/** Gives the block of this text; the blocks that were used longest ago are forgotten. */
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
  const own = detach(text);
  const parsed = parse(own);
  cache.blocks.set(own, parsed);
  cache.length += own.length;
  for (const oldest of cache.blocks.keys()) {
    if (cache.length <= mostCharacters || oldest === own) break;
    cache.blocks.delete(oldest);
    cache.length -= oldest.length;
  }
  return parsed;
}

/**
 * The same text with characters of its own. Engines keep the whole file alive for a slice of it, and for every slice that a
 * tree makes of that slice: each keystroke would leave a file behind.
 */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}
