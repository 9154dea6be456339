import { asFolder, besideFolder } from '../../core/model/folder.ts';

/**
 * A top-level scalar on one line, plain or quoted without escapes, perhaps with a comment: the same expression as in
 * scripts/utils.py, which has no YAML reader at hand.
 */
const scalar =
  /^(artifacts_path|target_path)[ \t]*:[ \t]+(?:'([^'\r\n]*)'|"([^"\\\r\n]*)"|([^\s'"&*!|>%@{}[\],#?`-][^#\r\n]*?))[ \t]*(?:[ \t]#.*)?\r?$/gm;

/**
 * Where a submitted job looks for its release, by a configuration's text alone: its `artifacts_path`, or `artifacts/` beside its
 * `target_path`; ends with `/`. Null when neither is written plainly, or a variable stands in it.
 */
export function publishedPath(configText: string): string | null {
  const found = new Map<string, string>();
  for (const [, name = '', single, double, plain] of configText.matchAll(scalar)) {
    found.set(name, single ?? double ?? plain ?? '');
  }
  const artifacts = found.get('artifacts_path');
  const written = artifacts ?? found.get('target_path');
  if (written === undefined || written.includes('${')) return null;
  return artifacts === undefined ? besideFolder(asFolder(written), 'artifacts') : asFolder(written);
}
