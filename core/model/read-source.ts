import type { YamlNode } from '../syntax/yaml/tree.ts';
import { asFolder } from './folder.ts';
import type { SourceFormat, SourceSettings } from './project.ts';
import { child, readChoice, readFlag, readNumber, readText, readTexts } from './read-node.ts';

/** One entry of `sources:` with its defaults; null without a path, for then there is nothing to read. */
export function readSource(node: YamlNode): SourceSettings | null {
  const path = readText(child(node, 'path'));
  if (path === null || path === '') return null;
  const cdcKey = readText(child(node, 'cdc_key'));
  const expect = child(node, 'expect');
  return {
    path: asFolder(path),
    mergeKey: readTexts(child(node, 'merge_key')),
    cdcKey: cdcKey === '' ? null : cdcKey,
    format: readFormat(child(node, 'format')),
    isRecursive: readFlag(child(node, 'recursive')),
    settleSeconds: Math.max(0, readNumber(child(node, 'settle_seconds')) ?? 0),
    readyMarker: readText(child(node, 'ready_marker')),
    orderBy: readChoice(child(node, 'order_by'), ['path', 'modified']) ?? 'path',
    timeZone: readText(child(node, 'time_zone')) ?? 'UTC',
    onDrift: readChoice(child(node, 'on_drift'), ['fail', 'warn', 'ignore']) ?? 'warn',
    onRedelivery: readChoice(child(node, 'on_redelivery'), ['skip', 'ingest', 'fail']) ?? 'skip',
    load: readChoice(child(node, 'load'), ['upsert', 'append', 'replace']) ?? 'upsert',
    allowEmpty: readFlag(child(node, 'allow_empty')),
    expect: {
      minRows: Math.max(0, readNumber(child(expect, 'min_rows')) ?? 0),
      maxBadShare: readShare(child(expect, 'max_bad')),
      hoursLate: readNumber(child(expect, 'hours_late')),
    },
  };
}

function readFormat(node: YamlNode | undefined): SourceFormat {
  return {
    delimiter: readText(child(node, 'delimiter')) ?? ',',
    quote: readText(child(node, 'quote')) ?? '"',
    hasHeader: child(node, 'header') === undefined || readFlag(child(node, 'header')),
    encoding:
      readChoice(child(node, 'encoding'), ['utf-8', 'utf-16', 'iso-8859-1', 'windows-1252']) ?? 'utf-8',
    compression: readChoice(child(node, 'compression'), ['auto', 'none', 'gzip']) ?? 'auto',
    nullValues: readWritten(child(node, 'null_values')),
    glob: readText(child(node, 'glob')) ?? '*',
    maxExpansion: readNumber(child(node, 'max_expansion')) ?? 200,
  };
}

/** Texts of a list as they are written: a bare `NULL` or `-1` stands for its letters. */
function readWritten(node: YamlNode | undefined): readonly string[] {
  const items = node?.kind === 'list' ? node.items : [];
  return items.flatMap((item) => (item.kind === 'scalar' && item.source !== '' ? [item.source] : []));
}

/** 0 to 1, from a number or a percentage. */
function readShare(node: YamlNode | undefined): number {
  const share = readNumber(node);
  if (share !== null) return share;
  const percent = /^([0-9.]+) ?%$/.exec(readText(node) ?? '')?.[1];
  return percent === undefined ? 0.1 : Number(percent) / 100;
}
