import type { PlacedFinding } from './placed-finding.ts';

/**
 * Findings as workflow commands, which GitHub shows beside the lines of a change
 * ("Workflow commands for GitHub Actions": `::error file=,line=,col=,endLine=,endColumn=,title=::message`).
 */
export function findingsGithub(findings: readonly PlacedFinding[]): string {
  return findings
    .map(({ finding, path, line, column, endLine, endColumn }) => {
      const command =
        finding.severity === 'error' || finding.severity === 'warning' ? finding.severity : 'notice';
      const places = [`file=${escapeProperty(path)}`, `line=${line}`, `endLine=${endLine}`];
      // Columns count only inside one line.
      if (line === endLine) places.push(`col=${column}`, `endColumn=${endColumn}`);
      places.push(`title=${escapeProperty(finding.code)}`);
      return `::${command} ${places.join(',')}::${escapeData(finding.message)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
