import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver';
import { formatYaml } from '../../core/features/format.ts';
import type { Asked } from '../asked.ts';
import { toRange } from '../positions.ts';

export function formatting({ path, document, params }: Asked<DocumentFormattingParams>): TextEdit[] {
  if (!path.endsWith('.yaml')) return [];
  const { tabSize } = params.options;
  return formatYaml(document.getText(), { file: path, indentSize: tabSize }).map(({ range, newText }) => ({
    range: toRange(document, range),
    newText,
  }));
}
