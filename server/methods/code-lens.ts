import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { codeLenses } from '../../core/features/code-lenses.ts';
import type { Asked } from '../asked.ts';
import { toRange } from '../positions.ts';

/**
 * Lenses carry the command `pistevo.lens.<action>`, if the client has it: with the project's root and the dataset, for references
 * with the document and the place whose references they are.
 */
export function codeLens({ view, path, document, session, abilities }: Asked<CodeLensParams>): CodeLens[] {
  return codeLenses(view, path).flatMap(({ range, title, action, dataset }) => {
    const command = `pistevo.lens.${action}`;
    if (!abilities.commands.includes(command)) return [];
    const place = toRange(document, range);
    const given = action === 'references' ? [document.uri, place.start] : [session.root, dataset];
    return [{ range: place, command: { title, command, arguments: given } }];
  });
}
