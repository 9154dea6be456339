import type { Range, TextEdit } from '../contracts/finding.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Place, ProjectView } from './project-view.ts';
import { formerNameEdit } from './rename/former-name.ts';
import { refuseRename } from './rename/refuse-rename.ts';
import { nameAt } from './support/name-at.ts';
import type { NameUse } from './support/name-use.ts';
import { sqlKeywords } from './support/sql-keywords.ts';
import { usesOf } from './support/uses-of.ts';

/** An edit, and the id of the annotation that tells about it. */
export interface RenameEdit extends TextEdit {
  readonly annotation: RenameAnnotation['id'];
}

export interface RenameAnnotation {
  readonly id: 'settings' | 'former-name' | 'sql' | 'uncertain-sql';
  readonly label: string;
  readonly description: string;
  /** The editor should ask before it makes the edit. */
  readonly needsConfirmation: boolean;
}

export type RenameAnswer =
  | { readonly edits: readonly RenameEdit[]; readonly annotations: readonly RenameAnnotation[] }
  | { readonly refusal: string };

const annotations: readonly RenameAnnotation[] = [
  {
    id: 'settings',
    label: 'Settings and rules',
    description: 'Keys, masks, references, checks and environments',
    needsConfirmation: false,
  },
  {
    id: 'former-name',
    label: 'Former name',
    description: 'Files that still deliver the old header are read as before',
    needsConfirmation: false,
  },
  { id: 'sql', label: 'SQL', description: 'Scripts and queries', needsConfirmation: false },
  {
    id: 'uncertain-sql',
    label: 'SQL, not certain',
    description: 'The name may mean something else there',
    needsConfirmation: true,
  },
];

/** The name at a place, to be changed in place; null where nothing can be renamed. */
export function prepareRename(
  view: ProjectView,
  place: Place,
): { readonly range: Range; readonly placeholder: string } | null {
  const use = nameAt(view, place);
  if (use === null || use.isHidden) return null;
  return { range: use.range, placeholder: use.name.column ?? use.name.dataset };
}

/**
 * The edits that rename the dataset or column at a place everywhere: both YAML files with all environments, conditions, and
 * scripts as far as their tokens tell. Comments and prose stay as they are. A column keeps its old name under `rename_from`.
 * Refused, with a sentence why, where the result would be wrong or cannot be known.
 */
export function rename(view: ProjectView, place: Place, newName: string): RenameAnswer {
  const use = nameAt(view, place);
  if (use === null) return { refusal: 'Only datasets and columns can be renamed here.' };
  const uses = usesOf(view, use.name);
  const declared = uses.find((entry) => entry.isDeclaration)?.name ?? use.name;
  const refusal = refuseRename(view, { name: declared, uses, newName });
  if (refusal !== null) return { refusal };
  const edits = uses.map((entry) => editOf(view, entry, newName));
  const isSpelling = foldCase(declared.column ?? declared.dataset) === foldCase(newName);
  if (declared.column !== null && !isSpelling) {
    const former = formerNameEdit(view.project, { ...declared, column: declared.column }, newName);
    if (former === null) {
      return {
        refusal: `\`rename_from\` cannot be written for \`${declared.column}\`: write the column's settings out in its own entry first.`,
      };
    }
    edits.push({ ...former, annotation: 'former-name' });
  }
  const used = new Set(edits.map((edit) => edit.annotation));
  return { edits, annotations: annotations.filter(({ id }) => used.has(id)) };
}

function editOf(view: ProjectView, use: NameUse, newName: string): RenameEdit {
  const { file, range, isSql, isQuoted, isUncertain, kind } = use;
  const text = view.documents[file] ?? view.scripts[file] ?? '';
  const isWhole = !/[\w$]/.test(text[range.end] ?? ' ');
  const needsQuotes = isSql && !isQuoted && isWhole && sqlKeywords.has(newName.toUpperCase());
  const isScript = kind === 'sql' || (isSql && isUncertain);
  const annotation = isUncertain ? 'uncertain-sql' : isScript ? 'sql' : 'settings';
  return { file, range, newText: needsQuotes ? `\`${newName}\`` : newName, annotation };
}
