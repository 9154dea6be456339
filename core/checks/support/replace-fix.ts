import type { Fix } from '../../contracts/finding.ts';
import type { Project } from '../../model/project.ts';
import { yamlScalar } from '../../syntax/yaml/yaml-scalar.ts';
import { type Place, textAt } from './place.ts';

interface Change {
  readonly from: string;
  readonly to: string;
  /** The name is a part of a text, such as a condition, and not a YAML value of its own. */
  readonly isPart?: boolean;
}

/**
 * A fix that writes another name where `from` stands; none when the place holds anything but that name (a variable, an
 * escape), so that an edit never destroys what it did not understand.
 */
export function replaceFix(project: Project, place: Place, change: Change): readonly Fix[] {
  const { from, to, isPart = false } = change;
  const raw = textAt(project, place);
  const isQuoted = !isPart && (raw === `'${from}'` || raw === `"${from}"`);
  if (raw !== from && !isQuoted) return [];
  const newText = isPart ? to : yamlScalar(to);
  return [{ title: `Change to \`${to}\``, edits: [{ file: place.file, range: place.range, newText }] }];
}
