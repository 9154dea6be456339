import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../core/contracts/finding.ts';
import { isSame } from './is-same.ts';
import type { ProjectSession } from './project-session.ts';
import { toDiagnostic } from './to-diagnostics.ts';

export interface PublishOptions {
  readonly pageOf: (code: string) => string | null;
  readonly hasRelated: boolean;
  send(params: PublishDiagnosticsParams): void;
}

/** Keeps what was told about one project, and tells only of files about which there is something else to tell. */
export interface FindingsPublisher {
  publish(findings: readonly Finding[]): void;
  /** Takes everything back: the project is gone. */
  clear(): void;
}

export function createFindingsPublisher(session: ProjectSession, options: PublishOptions): FindingsPublisher {
  const told = new Map<string, { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }>();

  function tell(path: string, diagnostics: Diagnostic[]): void {
    const before = told.get(path);
    const uri = session.uriOf(path);
    if (before !== undefined && before.uri !== uri && before.diagnostics.length > 0)
      options.send({ uri: before.uri, diagnostics: [] });
    const known = before?.uri === uri ? before.diagnostics : [];
    told.set(path, { uri, diagnostics });
    if (isSame(known, diagnostics)) return;
    const version = session.isOpen(path) ? session.document(path)?.version : undefined;
    options.send({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  return {
    publish(findings) {
      const byFile = new Map<string, Diagnostic[]>();
      for (const path of told.keys()) byFile.set(path, []);
      const documentOf = (path: string) => session.document(path);
      for (const finding of findings) {
        const diagnostic = toDiagnostic(finding, { ...options, documentOf });
        const others = byFile.get(finding.file);
        if (others === undefined) byFile.set(finding.file, [diagnostic]);
        else others.push(diagnostic);
      }
      for (const [path, diagnostics] of byFile) tell(path, diagnostics);
    },
    clear() {
      for (const { uri, diagnostics } of told.values())
        if (diagnostics.length > 0) options.send({ uri, diagnostics: [] });
      told.clear();
    },
  };
}
