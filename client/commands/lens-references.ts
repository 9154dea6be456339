import { commands, Location, Position, Range, Uri } from 'vscode';
import type { Command } from '../command.ts';

interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

interface ProtocolLocation {
  readonly uri: string;
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
}

/**
 * Shows references in the editor's own peek. `uri` and `position` are where the lens stands, `locations` what it counted; all
 * as the protocol writes them. Without locations the server is asked.
 */
export const lensReferences: Command = {
  id: 'pistevo.lens.references',
  async run(_, uri, position, locations) {
    if (typeof uri !== 'string' || !isPosition(position)) return;
    const target = Uri.parse(uri);
    const at = new Position(position.line, position.character);
    const found = Array.isArray(locations)
      ? (locations as readonly ProtocolLocation[]).map(toLocation)
      : await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', target, at);
    await commands.executeCommand('editor.action.showReferences', target, at, found);
  },
};

function isPosition(given: unknown): given is ProtocolPosition {
  return typeof given === 'object' && given !== null && 'line' in given && 'character' in given;
}

function toLocation({ uri, range: { start, end } }: ProtocolLocation): Location {
  return new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character));
}
