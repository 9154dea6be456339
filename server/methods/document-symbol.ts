import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { documentSymbols, type DocumentSymbol as Entry } from '../../core/features/document-symbols.ts';
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

export function documentSymbol({ view, path, document }: Asked<DocumentSymbolParams>): DocumentSymbol[] {
  const build = ({ name, kind, detail, range, selectionRange, children }: Entry): DocumentSymbol => ({
    // The protocol knows no symbol without a name.
    name: name === '' ? "''" : name,
    kind: kinds[kind],
    detail,
    range: toRange(document, range),
    selectionRange: toRange(document, selectionRange),
    children: children.map(build),
  });
  return documentSymbols(view, path).map(build);
}
