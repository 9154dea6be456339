import { drain, type Steps } from '../../text/drain.ts';
import type { SourceText } from '../../text/parted-text.ts';
import type { Path } from '../../text/path.ts';
import { duplicateKey, type EntrySpan } from './duplicate-key.ts';
import { yamlLimits } from './limits.ts';
import { blockLines } from './mend/block-lines.ts';
import { mendKeys } from './mend/mend-keys.ts';
import { type Outline, type OutlineBlock, type OutlineEntry, outline } from './outline.ts';
import { countBlocks, outlineAgain } from './outline-again.ts';
import { firstLine, type ParsedBlock, parseBlock } from './parse-block.ts';
import {
  type BlockEdit,
  shiftRange,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlProblem,
} from './tree.ts';
import { cachedBlock, createYamlCache, type YamlCache } from './yaml-cache.ts';

export interface YamlDocument {
  /** Null when the text holds no value. */
  readonly root: YamlNode | null;
  /** With absolute ranges, in the order of the text. */
  readonly problems: readonly YamlProblem[];
  /** Paths of the entries whose syntax is broken, `[]` for the whole file: what they hold is not to be relied on. */
  readonly damaged: readonly Path[];
  /** Entries were parsed one by one. */
  readonly isSplit: boolean;
}

export interface ParseYamlOptions {
  /** Top-level mappings whose entries are parsed one by one. */
  readonly sections?: readonly string[];
  readonly cache?: YamlCache;
  /** Parses the text as one block; the result is the same, and slower to get again after a change. */
  readonly isWhole?: boolean;
}

interface Assembly {
  readonly text: SourceText;
  readonly cache: YamlCache;
  readonly problems: YamlProblem[];
  readonly damaged: Path[];
  /** By their place in the outline; a section that is no mapping after all leaves a gap. */
  readonly blocks: ParsedBlock[];
  readonly known: (index: number) => ParsedBlock | undefined;
  aliasNodes: number;
}

/** Parses a YAML file block by block, or whole where it cannot be split. Never throws. */
export function parseYaml(text: SourceText, options: ParseYamlOptions = {}): YamlDocument {
  return drain(parseYamlSteps(text, options));
}

/** The same with a pause after each block. */
export function* parseYamlSteps(text: SourceText, options: ParseYamlOptions = {}): Steps<YamlDocument> {
  const refusal = refuse(text);
  if (refusal !== null) return { root: null, problems: [refusal], damaged: [[]], isSplit: false };
  const cache = options.cache ?? createYamlCache();
  const sections = options.sections ?? [];
  const split = options.isWhole === true ? null : splitText(text, sections, cache);
  const slot = sections.join(' ');
  cache.last.delete(slot);
  if (split !== null) {
    const { known } = split;
    const assembly: Assembly = { text, cache, problems: [], damaged: [], blocks: [], known, aliasNodes: 0 };
    const root = yield* assembleRoot(assembly, split.outline.entries);
    if (root !== null && assembly.aliasNodes <= yamlLimits.aliasNodes) {
      const { blocks } = assembly;
      const isWithoutGap = Object.keys(blocks).length === countBlocks(split.outline.entries);
      if (isWithoutGap) cache.last.set(slot, { text, outline: split.outline, blocks });
      const problems = assembly.problems.sort((left, right) => left.range.start - right.range.start);
      return { root, problems, damaged: assembly.damaged, isSplit: true };
    }
  }
  const { root, problems, isBroken } = cachedBlock(cache, text.toString(), parseBlock);
  const damaged = isBroken ? damagedEntries(root, sections, problems) : [];
  return {
    root,
    problems: [...problems].sort((a, b) => a.range.start - b.range.start),
    damaged,
    isSplit: false,
  };
}

interface SplitText {
  readonly outline: Outline;
  /** The block at an index when it is one of the text before, in which nothing has changed. */
  readonly known: (index: number) => ParsedBlock | undefined;
}

/** Splits a text, with the help of the text that was parsed before it. */
function splitText(text: SourceText, sections: readonly string[], cache: YamlCache): SplitText | null {
  const last = cache.last.get(sections.join(' '));
  const renewed = last === undefined ? null : outlineAgain(last, text, sections);
  if (last === undefined || renewed === null) {
    const whole = outline(text.toString(), sections);
    return whole === null ? null : { outline: whole, known: () => undefined };
  }
  const count = countBlocks(renewed.outline.entries);
  const known = (index: number): ParsedBlock | undefined => {
    if (index < renewed.keptBefore) return last.blocks[index];
    return index < count - renewed.keptAfter ? undefined : last.blocks[index - count + last.blocks.length];
  };
  return { outline: renewed.outline, known };
}

function refuse(text: SourceText): YamlProblem | null {
  const range = firstLine(text.slice(0, 1000));
  const base = { code: 'yaml-limit', severity: 'error', range } as const;
  if (text.length > yamlLimits.fileLength) {
    const most = yamlLimits.fileLength / 1024 / 1024;
    return {
      ...base,
      message: `The file is longer than ${most} Mi characters and is not read; split the project.`,
    };
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return null;
  const message = 'The file holds a NUL character, which no YAML text may; save it as UTF-8 without it.';
  return { code: 'yaml-syntax', severity: 'error', message, range: { start: nul, end: nul + 1 } };
}

/** Null when the parts do not make sure that the whole is a mapping, or need one another's anchors. */
function* assembleRoot(assembly: Assembly, entries: readonly OutlineEntry[]): Steps<YamlMap | null> {
  const found = new Map<string, YamlEntry>();
  let index = 0;
  for (const entry of entries) {
    const section = entry.section === null ? null : yield* assembleSection(assembly, entry.section, index);
    if (section === 'stray') return null;
    const parsed =
      section ?? readBlock(assembly, entry, { parent: [], index: entry.section === null ? index : null });
    if (parsed === 'stray') return null;
    index += entry.section?.children.length ?? 1;
    if (parsed !== null) addEntry(assembly, found, parsed);
  }
  if (found.size === 0) return null;
  return mapOf(found);
}

/** Null when the section is not a mapping after all: it is then parsed as one block. */
function* assembleSection(
  assembly: Assembly,
  section: NonNullable<OutlineEntry['section']>,
  firstIndex: number,
): Steps<YamlEntry | 'stray' | null> {
  const attempt: Assembly = { ...assembly, problems: [], damaged: [], blocks: [] };
  const found = new Map<string, YamlEntry>();
  for (const [place, child] of section.children.entries()) {
    const parsed = readBlock(attempt, child, { parent: [section.key], index: firstIndex + place });
    yield;
    if (parsed === 'stray') return 'stray';
    if (parsed !== null) addEntry(attempt, found, parsed);
  }
  if (found.size === 0) return null;
  assembly.problems.push(...attempt.problems);
  assembly.damaged.push(...attempt.damaged);
  assembly.aliasNodes = attempt.aliasNodes;
  for (const [place] of section.children.entries()) {
    const block = attempt.blocks[firstIndex + place];
    if (block !== undefined) assembly.blocks[firstIndex + place] = block;
  }
  return { key: section.key, keyRange: section.keyRange, value: mapOf(found), shift: 0 };
}

/** The one entry that a block holds, null when it holds none that can be saved. */
function readBlock(
  assembly: Assembly,
  block: OutlineBlock,
  { parent, index }: { readonly parent: Path; readonly index: number | null },
): YamlEntry | 'stray' | null {
  const readText = (): string => assembly.text.slice(block.start, block.end);
  const known = index === null ? undefined : assembly.known(index);
  const parsed = known ?? cachedBlock(assembly.cache, readText(), parseBlock);
  if (index !== null) assembly.blocks[index] = parsed;
  if (parsed.hasStrayAlias) return 'stray';
  const { root } = parsed;
  const entries = root?.kind === 'map' ? root.entries : null;
  const entry = entries?.values().next().value;
  if (!parsed.isBroken && (entries?.size ?? 0) > 1) return 'stray';
  const own = parsed.isBroken ? null : lonelyProblem(block, readText, entry);
  for (const problem of own === null ? parsed.problems : [...parsed.problems, own]) {
    assembly.problems.push(shiftProblem(problem, block.start));
  }
  assembly.aliasNodes += parsed.aliasNodes;
  if (parsed.isBroken || own !== null)
    assembly.damaged.push([...parent, entry?.key ?? readText().trim().slice(0, 200)]);
  return entry === undefined ? null : { ...entry, shift: block.start };
}

/** What is wrong with a block that is sound YAML by itself and yet cannot be an entry of a mapping. */
function lonelyProblem(
  block: OutlineBlock,
  readText: () => string,
  entry: YamlEntry | undefined,
): YamlProblem | null {
  if (entry !== undefined && !block.isMisindented) return null;
  const text = readText();
  const base = { code: 'yaml-syntax', severity: 'error', range: firstLine(text) } as const;
  if (entry === undefined) {
    const [mend] = mendKeys({ text, lines: blockLines(text), at: 0 });
    if (mend === undefined)
      return { ...base, message: 'A key needs a `:` and a value after it; add the colon.' };
    const { message, range, title, edits } = mend;
    return { ...base, message, range, fixes: [{ title, edits }] };
  }
  return { ...base, message: `A line of \`${entry.key}\` is indented less than its key; align it.` };
}

function addEntry(assembly: Assembly, found: Map<string, YamlEntry>, entry: YamlEntry): void {
  const earlier = found.get(entry.key);
  if (earlier === undefined) {
    found.set(entry.key, entry);
    return;
  }
  const text = assembly.text.toString();
  assembly.problems.push(duplicateKey(entry.key, { text, second: spanOf(entry), first: spanOf(earlier) }));
}

function spanOf({ keyRange, value, shift }: YamlEntry): EntrySpan {
  const key = shiftRange(keyRange, shift);
  return { key, entry: { start: key.start, end: Math.max(key.end, value.range.end + shift) } };
}

function mapOf(entries: ReadonlyMap<string, YamlEntry>): YamlMap {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { keyRange, value, shift } of entries.values()) {
    start = Math.min(start, keyRange.start + shift);
    end = Math.max(end, keyRange.end + shift, value.range.end + shift);
  }
  return { kind: 'map', range: { start, end }, entries };
}

function shiftProblem(problem: YamlProblem, by: number): YamlProblem {
  const { related, fixes } = problem;
  return {
    ...problem,
    range: shiftRange(problem.range, by),
    ...(related === undefined ? {} : { related: shiftRange(related, by) }),
    ...(fixes === undefined
      ? {}
      : { fixes: fixes.map((fix) => ({ ...fix, edits: shiftEdits(fix.edits, by) })) }),
  };
}

function shiftEdits(edits: readonly BlockEdit[], by: number): readonly BlockEdit[] {
  return edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, by) }));
}

/** In a text that was parsed whole: the entries that an error stands in or behind. */
function damagedEntries(
  root: YamlNode | null,
  sections: readonly string[],
  problems: readonly YamlProblem[],
): readonly Path[] {
  if (root?.kind !== 'map') return [[]];
  const entries: { readonly path: Path; readonly start: number }[] = [];
  for (const [key, entry] of root.entries) {
    entries.push({ path: [key], start: entry.keyRange.start });
    if (!sections.includes(key) || entry.value.kind !== 'map') continue;
    for (const [name, child] of entry.value.entries)
      entries.push({ path: [key, name], start: child.keyRange.start });
  }
  const errors = problems.filter((problem) => problem.code === 'yaml-syntax' && problem.severity === 'error');
  return errors.map(({ range }) => entries.findLast((entry) => entry.start <= range.start)?.path ?? []);
}
