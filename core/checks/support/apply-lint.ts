import type { Finding } from '../../contracts/finding.ts';
import type { Project } from '../../model/project.ts';
import { isIgnored } from './is-ignored.ts';
import { stopsRuns } from './stops-runs.ts';

/**
 * The findings with the project's `lint` settings applied: severities changed, ignored ones left out. An error in the
 * two YAML files stays an error whatever the settings say, because no run can be planned past it.
 */
export function applyLint(findings: readonly Finding[], project: Project): readonly Finding[] {
  const { severity, ignore } = project.settings.lint;
  const kept: Finding[] = [];
  for (const finding of findings) {
    if (stopsRuns(finding)) {
      kept.push(finding);
      continue;
    }
    const wanted = Object.hasOwn(severity, finding.code) ? severity[finding.code] : undefined;
    if (wanted === 'off') continue;
    if (ignore.some((entry) => isIgnored(entry, finding, project))) continue;
    kept.push(wanted === undefined ? finding : { ...finding, severity: wanted });
  }
  return kept;
}
