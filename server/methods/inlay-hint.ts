import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { inlayHints } from '../../core/features/inlay-hints.ts';
import type { Asked } from '../asked.ts';
import { fromRange } from '../positions.ts';

export function inlayHint({ view, path, document, params }: Asked<InlayHintParams>): InlayHint[] {
  const range = fromRange(document, params.range);
  return inlayHints(view, path, range).map(({ offset, label, tooltip, kind }) => ({
    position: document.positionAt(offset),
    label,
    ...(kind === 'type' && { kind: InlayHintKind.Type }),
    tooltip,
    paddingLeft: true,
  }));
}
