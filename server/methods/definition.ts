import type { DefinitionParams, Location } from 'vscode-languageserver';
import { definition as find } from '../../core/features/definition.ts';
import { type Asked, placeOf, toLocations } from '../asked.ts';

export function definition(asked: Asked<DefinitionParams>): Location[] {
  const found = find(asked.view, placeOf(asked, asked.params.position));
  return found.flatMap((location) => toLocations(asked.session, location));
}
