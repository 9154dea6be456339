import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover as describe } from '../../core/features/hover.ts';
import { type Asked, placeOf } from '../asked.ts';
import { toRange } from '../positions.ts';

export function hover(asked: Asked<HoverParams>): Hover | null {
  const found = describe(asked.view, placeOf(asked, asked.params.position));
  if (found === null) return null;
  const contents = { kind: MarkupKind.Markdown, value: found.markdown };
  return { contents, range: toRange(asked.document, found.range) };
}
