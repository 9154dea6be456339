import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../core/contracts/finding.ts';
import { visibleText } from '../core/report/visible-text.ts';
import { toRange } from './positions.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticOptions {
  readonly pageOf: (code: string) => string | null;
  readonly documentOf: (path: string) => TextDocument | null;
  /** The client shows other places that belong to a finding. */
  readonly hasRelated: boolean;
}

/** A finding as the protocol has it. A place whose file is not there is at its start. */
export function toDiagnostic(finding: Finding, options: DiagnosticOptions): Diagnostic {
  const { documentOf, hasRelated } = options;
  const page = options.pageOf(finding.code);
  const related = hasRelated ? (finding.related ?? []) : [];
  const information = related.flatMap((place) => {
    const document = documentOf(place.file);
    if (document === null) return [];
    const location = { uri: document.uri, range: toRange(document, place.range) };
    return [{ location, message: visibleText(place.message) }];
  });
  return {
    range: rangeIn(documentOf(finding.file), finding.range),
    severity: severities[finding.severity],
    code: finding.code,
    ...(page !== null && { codeDescription: { href: page } }),
    source: 'pistevo',
    message: visibleText(finding.message),
    ...(information.length > 0 && { relatedInformation: information }),
  };
}

function rangeIn(document: TextDocument | null, range: Finding['range']): Range {
  const start = { line: 0, character: 0 };
  return document === null ? { start, end: start } : toRange(document, range);
}
