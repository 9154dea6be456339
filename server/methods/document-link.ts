import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks } from '../../core/features/document-links.ts';
import type { Asked } from '../asked.ts';
import { toRange } from '../positions.ts';
import { fileUri } from '../uris.ts';

export function documentLink({ view, path, document, session }: Asked<DocumentLinkParams>): DocumentLink[] {
  return documentLinks(view, path).map(({ range, target, tooltip }) => ({
    range: toRange(document, range),
    target: fileUri(session.root, target),
    tooltip,
  }));
}
