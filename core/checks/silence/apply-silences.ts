import type { Finding, Severity } from '../../contracts/finding.ts';
import type { Project } from '../../model/project.ts';
import { nearName, orElse } from '../support/did-you-mean.ts';
import { stopsRuns } from '../support/stops-runs.ts';
import { findSilences, type MarkCache, type Silence } from './find-silences.ts';
import type { SilencedCode } from './read-silence.ts';

/** What is found only where somebody has looked at the data. */
const ofData = new Set([
  ...['source-column-missing', 'source-column-unknown', 'source-columns-reordered', 'source-header-doubled'],
  ...['source-type-mismatch', 'unusable-path'],
]);

export interface SilenceOptions {
  readonly codes: ReadonlyMap<string, Severity>;
  readonly cache: MarkCache;
  /** The sources were looked at. */
  readonly hasFacts: boolean;
}

/**
 * The findings without those that a comment in their file silences, and with what is wrong about such comments. An error past which no
 * run can be planned is not silenced.
 */
export function applySilences(
  findings: readonly Finding[],
  project: Project,
  options: SilenceOptions,
): readonly Finding[] {
  const silences = findSilences(project, options.cache);
  if (silences.length === 0) return findings;
  const used = new Set<SilencedCode>();
  const final = new Set<SilencedCode>();
  const kept = findings.filter((finding) => {
    const by = silencedBy(silences, finding);
    if (by === null) return true;
    if (stopsRuns(finding)) final.add(by);
    else used.add(by);
    return stopsRuns(finding);
  });
  const about = silences.flatMap((silence) => {
    if (silence.codes.length === 0) return [nameless(silence)];
    return silence.codes.flatMap((named) => {
      if (used.has(named)) return [];
      if (!options.codes.has(named.code)) return [unknown(silence, named, options.codes)];
      if (!options.hasFacts && ofData.has(named.code)) return [];
      return [unused(silence, named, final.has(named))];
    });
  });
  return [...kept, ...about];
}

function silencedBy(silences: readonly Silence[], { file, code, range }: Finding): SilencedCode | null {
  for (const silence of silences) {
    const { start, end } = silence.target;
    if (silence.file !== file || range.start < start || range.start > end) continue;
    const named = silence.codes.find((one) => one.code === code);
    if (named !== undefined) return named;
  }
  return null;
}

function nameless({ file, range }: Silence): Finding {
  const message = 'The comment names no finding; write its code, as in `pistevo:ignore sql-syntax`.';
  return { code: 'unknown-silence', severity: 'hint', file, range, message };
}

function unknown(
  { file }: Silence,
  { code, range }: SilencedCode,
  codes: ReadonlyMap<string, Severity>,
): Finding {
  const near = nearName(code, codes.keys());
  const found = { code: 'unknown-silence', severity: 'hint', file, range } as const;
  const message = `There is no finding \`${code}\`${orElse(near, 'take the comment away')}`;
  if (near === null) return { ...found, message };
  return {
    ...found,
    message,
    fixes: [{ title: `Change to \`${near}\``, edits: [{ file, range, newText: near }] }],
  };
}

function unused({ file, comment }: Silence, { code, range }: SilencedCode, isFinal: boolean): Finding {
  const message = isFinal
    ? `\`${code}\` is an error that no run can be planned past, so it is not silenced; mend it, and take the comment away.`
    : `There is no \`${code}\` on the line that the comment is about; take it away.`;
  const found = { code: 'unused-silence', severity: 'hint', file, range, message } as const;
  if (comment === null) return found;
  return {
    ...found,
    fixes: [{ title: 'Take the comment away', edits: [{ file, range: comment, newText: '' }] }],
  };
}
