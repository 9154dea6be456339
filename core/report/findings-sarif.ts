import type { Fix, Severity } from '../contracts/finding.ts';
import type { PlacedFinding, Span } from './placed-finding.ts';
import { visibleJson, visibleText } from './visible-text.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** Findings as a SARIF 2.1.0 log (OASIS), for code scanning and viewers. `version` is this product's. */
export function findingsSarif(findings: readonly PlacedFinding[], version: string): string {
  const codes = [...new Set(findings.map(({ finding }) => finding.code))].sort();
  return visibleJson(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Pistevo',
              version,
              rules: codes.map((code) => ({
                id: code,
                name: pascalCase(code),
                help: { text: `docs/findings/${code}.md` },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: findings.map((placed) => resultOf(placed, codes)),
        },
      ],
    },
    2,
  );
}

function resultOf(placed: PlacedFinding, codes: readonly string[]) {
  const { finding, path, related } = placed;
  return {
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: visibleText(finding.message) },
    locations: [{ physicalLocation: physicalLocation(path, placed) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: visibleText(one.place.message) },
        physicalLocation: physicalLocation(one.path, one),
      })),
    }),
    ...(finding.fixes !== undefined &&
      finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => fixOf(fix, placed)) }),
  };
}

function physicalLocation(path: string, span: Span) {
  return {
    artifactLocation: { uri: uriOf(path) },
    region: {
      startLine: span.line,
      startColumn: span.column,
      endLine: span.endLine,
      endColumn: span.endColumn,
    },
  };
}

/** Offsets of a fix are SARIF's own `charOffset` and `charLength`, in the log's `columnKind`. */
function fixOf(fix: Fix, placed: PlacedFinding) {
  const prefix = placed.path.slice(0, placed.path.length - placed.finding.file.length);
  const files = [...new Set(fix.edits.map((edit) => edit.file))];
  return {
    description: { text: visibleText(fix.title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(prefix + file) },
      replacements: fix.edits
        .filter((edit) => edit.file === file)
        .map(({ range, newText }) => ({
          deletedRegion: { charOffset: range.start, charLength: range.end - range.start },
          insertedContent: { text: newText },
        })),
    })),
  };
}

function uriOf(path: string): string {
  return visibleText(path).split('/').map(encodeURIComponent).join('/');
}

function pascalCase(code: string): string {
  return code.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
