import { s, signTexts, t } from './token-codes.ts';

/** For the code of each character: operators that begin with it, the longest first. */
const byFirst: (readonly { readonly text: string; readonly code: number }[] | undefined)[] = [];
const aliases: Readonly<Record<string, number>> = { '==': s['='], '!>': s['<='], '!<': s['>='] };
const texts = [...signTexts, ...Object.keys(aliases)].sort((a, b) => b.length - a.length);
for (const text of texts) {
  const first = text.charCodeAt(0);
  const code = aliases[text] ?? (s as Readonly<Record<string, number>>)[text] ?? t.unknown;
  byFirst[first] = [...(byFirst[first] ?? []), { text, code }];
}

/** The operator at `at`, packed as `end * 1024 + code`; a character that starts none is `t.unknown`. */
export function scanOperator(text: string, at: number, character: number): number {
  const operators = byFirst[character];
  if (operators === undefined) {
    return (at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)) * 1024 + t.unknown;
  }
  for (const operator of operators) {
    if (operator.text.length === 1 || text.startsWith(operator.text, at)) {
      return (at + operator.text.length) * 1024 + operator.code;
    }
  }
  return (at + 1) * 1024 + t.unknown;
}
