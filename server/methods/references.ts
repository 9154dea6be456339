import type { Location, ReferenceParams } from 'vscode-languageserver';
import { references as find } from '../../core/features/references.ts';
import { type Asked, placeOf, toLocations } from '../asked.ts';

export function references(asked: Asked<ReferenceParams>): Location[] {
  const { position, context } = asked.params;
  const options = { includeDeclaration: context.includeDeclaration };
  return find(asked.view, placeOf(asked, position), options).flatMap((location) =>
    toLocations(asked.session, location),
  );
}
