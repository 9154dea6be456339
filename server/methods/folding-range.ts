import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { foldingRanges } from '../../core/features/folding.ts';
import type { Asked } from '../asked.ts';

export function foldingRange({ path, document }: Asked<FoldingRangeParams>): FoldingRange[] {
  if (!path.endsWith('.yaml')) return [];
  return foldingRanges(document.getText()).map(({ startLine, endLine, kind }) => ({
    startLine,
    endLine,
    ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
  }));
}
