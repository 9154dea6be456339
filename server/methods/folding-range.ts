import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { foldingSteps } from '../../core/features/folding.ts';
import type { Steps } from '../../core/text/drain.ts';
import type { Asked } from '../asked.ts';

export function* foldingRange({ path, document }: Asked<FoldingRangeParams>): Steps<FoldingRange[]> {
  if (!path.endsWith('.yaml')) return [];
  const found = yield* foldingSteps(document.getText());
  yield;
  return found.map(({ startLine, endLine, kind }) => ({
    startLine,
    endLine,
    ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
  }));
}
