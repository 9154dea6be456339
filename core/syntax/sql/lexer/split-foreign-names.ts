import { keywordIn } from './keyword-of.ts';
import type { Significant } from './scan.ts';
import { t } from './token-codes.ts';

const foreign = /[^\0-\x7f]/;

/**
 * The tokens as Spark 3.5 sees them: it knows letters of ASCII alone, so `größe` is `gr`, two signs that start nothing, and `e`.
 * The same tokens where no name holds another letter.
 */
export function splitForeignNames(tokens: Significant): Significant {
  const { text, end } = tokens;
  if (!foreign.test(text)) return tokens;
  const codes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (code: number, start: number, stop: number) => {
    codes.push(code);
    starts.push(start);
    ends.push(stop);
  };
  for (let index = 0; index <= end; index += 1) {
    const code = tokens.codes[index] ?? t.end;
    const start = tokens.starts[index] ?? text.length;
    const stop = tokens.ends[index] ?? text.length;
    const word = text.slice(start, stop);
    if (code !== t.name || !foreign.test(word)) {
      add(code, start, stop);
      continue;
    }
    for (const { 0: part, index: at } of word.matchAll(/[\0-\x7f]+|[^\0-\x7f]/gu)) {
      const from = start + at;
      add(
        foreign.test(part) ? t.unknown : keywordIn(text, from, from + part.length),
        from,
        from + part.length,
      );
    }
  }
  return {
    text,
    codes: Uint16Array.from(codes),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    end: codes.length - 1,
  };
}
