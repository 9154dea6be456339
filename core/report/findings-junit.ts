import { escapeMarkup } from './escape-markup.ts';
import type { PlacedFinding } from './placed-finding.ts';

/**
 * Findings as JUnit XML for CI servers: a test case for each finding, failed by errors alone, and one passing case for
 * each checked file without an error, so that a sound project shows what was looked at.
 */
export function findingsJunit(findings: readonly PlacedFinding[], checkedFiles: readonly string[]): string {
  const withErrors = new Set(findings.filter(isError).map(({ path }) => path));
  const sound = checkedFiles.filter((file) => !withErrors.has(file));
  const failures = findings.filter(isError).length;
  const tests = findings.length + sound.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pistevo check" tests="${tests}" failures="${failures}" errors="0">`,
    `  <testsuite name="pistevo check" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
    ...sound.map((file) => `    <testcase classname="${escapeMarkup(file)}" name="no error"/>`),
    ...findings.map(testCase),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function isError({ finding }: PlacedFinding): boolean {
  return finding.severity === 'error';
}

function testCase(placed: PlacedFinding): string {
  const { finding, path, line, column } = placed;
  const name = `${finding.code} at ${line}:${column}`;
  const text = `${path}:${line}:${column} ${finding.severity} ${finding.code} ${finding.message}`;
  const body = isError(placed)
    ? `<failure message="${escapeMarkup(finding.message)}" type="${escapeMarkup(finding.code)}">${escapeMarkup(text)}</failure>`
    : `<system-out>${escapeMarkup(text)}</system-out>`;
  return `    <testcase classname="${escapeMarkup(path)}" name="${escapeMarkup(name)}" file="${escapeMarkup(path)}" line="${line}">${body}</testcase>`;
}
