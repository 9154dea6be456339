/** One place in a rule: a literal, or what a reference or a group is repeated as. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'rule'; readonly name: string; readonly times: Times }
  | { readonly kind: 'group'; readonly choices: readonly Choice[]; readonly times: Times };

/** `?` none or one, `*` any, `+` at least one; with a comma before it they are separated by commas. */
export type Times = '' | '?' | '*' | '+' | ',*' | ',+';

export interface Choice {
  readonly weight: number;
  readonly parts: readonly Part[];
}

export type Grammar = ReadonlyMap<string, readonly Choice[]>;

const rulePattern = /^([a-z][a-z0-9-]{2,})(,?[*+]|\?|)$/;
const closePattern = /^\](,?[*+]|\?|)$/;

/**
 * Reads rules, a text being `name: choice | choice`, a rule going on in the lines that are indented. Words in lower case are rules (one
 * or two letters are not),
 * `[a | b]` is a group, `?`, `*`, `+`, `,+` after either repeat it, `3x` at the start of a choice is its weight, and all else is literal,
 * as is what stands in double quotes. `name = a b c` is a choice of literal words.
 * @throws where a text is no rule, or a rule is named that is not there.
 */
export function readGrammar(texts: readonly string[]): Grammar {
  const rules = new Map<string, readonly Choice[]>();
  for (const line of texts.flatMap(linesOf)) {
    const [, name, sign, body] = /^([a-z][a-z0-9-]*)(:| =)\s+(.*)$/s.exec(line) ?? [];
    if (name === undefined || body === undefined) throw new Error(`no rule: ${line}`);
    if (rules.has(name)) throw new Error(`the rule ${name} is there twice`);
    rules.set(name, sign === ':' ? readChoices(body, name) : readWords(body));
  }
  for (const [name, choices] of rules)
    for (const missing of namesIn(choices).filter((one) => !rules.has(one)))
      throw new Error(`the rule ${name} names ${missing}, which is not there`);
  return rules;
}

function linesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\n\s+(?=\S)/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function readWords(body: string): readonly Choice[] {
  return body
    .trim()
    .split(/\s+/)
    .map((text) => ({ weight: 1, parts: [{ kind: 'literal', text }] }));
}

function readChoices(body: string, name: string): readonly Choice[] {
  const words = body.match(/\[|\](?:,?[*+]|\?)?|"[^"]*"|[^\s[\]"]+/g) ?? [];
  let at = 0;
  const choices = (isNested: boolean): readonly Choice[] => {
    const read: Choice[] = [];
    let weight = 1;
    let parts: Part[] = [];
    const finish = () => {
      read.push({ weight, parts });
      weight = 1;
      parts = [];
    };
    for (; at < words.length; at += 1) {
      const word = words[at] ?? '';
      if (word.startsWith(']')) {
        if (!isNested) throw new Error(`the rule ${name} closes a group too much`);
        break;
      }
      if (word === '|') finish();
      else if (parts.length === 0 && /^\d+x$/.test(word)) weight = Number.parseInt(word, 10);
      else parts.push(word === '[' ? group() : partOf(word));
    }
    finish();
    return read;
  };
  const group = (): Part => {
    at += 1;
    const inner = choices(true);
    const [, times] = closePattern.exec(words[at] ?? '') ?? [];
    if (times === undefined) throw new Error(`the rule ${name} does not close a group`);
    return { kind: 'group', choices: inner, times: times as Times };
  };
  return choices(false);
}

function partOf(word: string): Part {
  const [, name, times] = rulePattern.exec(word) ?? [];
  if (name !== undefined) return { kind: 'rule', name, times: times as Times };
  return { kind: 'literal', text: word.startsWith('"') && word.length > 1 ? word.slice(1, -1) : word };
}

function namesIn(choices: readonly Choice[]): readonly string[] {
  return choices.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind === 'literal') return [];
      return part.kind === 'rule' ? [part.name] : namesIn(part.choices);
    }),
  );
}
