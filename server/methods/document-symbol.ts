import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { documentSymbolSteps, type DocumentSymbol as Entry } from '../../core/features/document-symbols.ts';
import type { Steps } from '../../core/text/drain.ts';
import type { Asked } from '../asked.ts';
import { toRange } from '../positions.ts';

const kinds: Readonly<Record<Entry['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  environment: SymbolKind.Module,
  dataset: SymbolKind.Class,
  column: SymbolKind.Field,
  check: SymbolKind.Event,
  setting: SymbolKind.Property,
};

export function* documentSymbol(asked: Asked<DocumentSymbolParams>): Steps<DocumentSymbol[]> {
  const found = yield* documentSymbolSteps(asked.view, asked.path);
  return yield* buildAll(asked, found);
}

function* buildAll(asked: Asked<unknown>, entries: readonly Entry[]): Steps<DocumentSymbol[]> {
  const symbols: DocumentSymbol[] = [];
  for (const entry of entries) {
    const { name, kind, detail, range, selectionRange, children } = entry;
    symbols.push({
      // The protocol knows no symbol without a name.
      name: name === '' ? "''" : name,
      kind: kinds[kind],
      ...(detail !== '' && { detail }),
      range: toRange(asked.document, range),
      selectionRange: toRange(asked.document, selectionRange),
      ...(children.length > 0 && { children: yield* buildAll(asked, children) }),
    });
    if (children.length > 0) yield;
  }
  return symbols;
}
