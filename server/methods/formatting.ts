import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver';
import { formatYamlSteps } from '../../core/features/format.ts';
import type { Steps } from '../../core/text/drain.ts';
import type { Asked } from '../asked.ts';
import { toRange } from '../positions.ts';

export function* formatting(asked: Asked<DocumentFormattingParams>): Steps<TextEdit[]> {
  const { path, document, params } = asked;
  if (!path.endsWith('.yaml')) return [];
  const options = { file: path, indentSize: params.options.tabSize };
  const edits = yield* formatYamlSteps(document.getText(), options);
  yield;
  return edits.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
}
