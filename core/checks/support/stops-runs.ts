import type { Finding } from '../../contracts/finding.ts';
import { configFile, schemaFile } from '../../model/project.ts';

/** Whether no run can be planned past a finding, whatever the settings and comments say. */
export function stopsRuns(finding: Finding): boolean {
  return finding.severity === 'error' && (finding.file === configFile || finding.file === schemaFile);
}
