import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Answering } from '../answering.ts';
import { codeAction, fixAllKind } from './code-action.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentLink } from './document-link.ts';
import { documentSymbol } from './document-symbol.ts';
import { foldingRange } from './folding-range.ts';
import { createFormatting } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlay-hint.ts';
import { references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRange } from './selection-range.ts';
import { workspaceSymbol } from './workspace-symbol.ts';

/** What `registerMethods` answers, as a client is told. */
export const methodCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [' ', ':', '.', '[', '{', ',', '"', "'", '$'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  codeLensProvider: {},
  documentFormattingProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
  },
};

/** Every question of the protocol that is answered from a project's texts; one file for each. */
export function registerMethods(connection: Connection, answering: Answering): void {
  const { about, aboutSteps, everywhereSteps } = answering;
  connection.onCompletion(about(completion));
  connection.onHover(about(hover));
  connection.onDefinition(about(definition));
  connection.onReferences(about(references));
  connection.onPrepareRename(about(prepareRename));
  connection.onRenameRequest(about(rename, { isChange: true }));
  connection.onDocumentSymbol(aboutSteps(documentSymbol));
  connection.onWorkspaceSymbol(
    everywhereSteps((live, analysis, { query }) => workspaceSymbol(live.session, analysis, query)),
  );
  connection.onFoldingRanges(aboutSteps(foldingRange));
  connection.onSelectionRanges(about(selectionRange));
  connection.onDocumentLinks(about(documentLink));
  connection.languages.inlayHint.on(about(inlayHint));
  connection.onCodeLens(about(codeLens));
  connection.onDocumentFormatting(createFormatting(answering));
  connection.onCodeAction(about(codeAction));
}
