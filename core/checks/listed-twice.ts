import { foldCase } from '../text/fold-case.ts';
import type { CheckContext, Discovery, ProjectCheck } from './check.ts';
import { columnUses } from './support/column-uses.ts';
import { eachColumn } from './support/each-column.ts';
import type { Place } from './support/place.ts';

interface Entry {
  readonly text: string;
  readonly place: () => Place;
}

/**
 * An entry that a list already holds in another case: one of the two was meant to be something else, or is too many.
 * Of names in the very same spelling the structure of the files tells already.
 */
export const listedTwice: ProjectCheck = {
  code: 'listed-twice',
  severity: 'warning',
  title: 'A list holds the same entry twice',
  runDataset(context) {
    return [...inUses(context), ...inColumns(context)];
  },
};

function inUses({ project }: CheckContext): readonly Discovery[] {
  const lists = new Map<string, Entry[]>();
  for (const use of columnUses(project)) {
    if (use.kind === 'references' || use.kind === 'cdc_key') continue;
    const label = `\`${use.kind}\` of \`${use.owner}\``;
    const entries = lists.get(label) ?? [];
    entries.push({ text: use.column, place: () => use.place() });
    lists.set(label, entries);
  }
  return [...lists].flatMap(([label, entries]) => doubles(entries, label, true));
}

function inColumns({ project }: CheckContext): readonly Discovery[] {
  return eachColumn(project, ({ column, label, place }) => {
    const list = (key: string, texts: readonly string[], isChecked: boolean): readonly Discovery[] =>
      doubles(
        texts.map((text, index) => ({ text, place: () => place([key, index]) })),
        `\`${key}\` of column ${label}`,
        isChecked,
      );
    return [
      ...list('valid_vals', (column.validValues ?? []).map(String), false),
      ...list('rename_from', column.renameFrom, true),
    ];
  });
}

function doubles(entries: readonly Entry[], label: string, isChecked: boolean): readonly Discovery[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry): Discovery[] => {
    const folded = foldCase(entry.text.trim());
    const earlier = first.get(folded);
    if (earlier === undefined) {
      first.set(folded, entry);
      return [];
    }
    if (isChecked && earlier.text === entry.text) return [];
    const same = earlier.text === entry.text ? '' : `, as \`${earlier.text}\`: letter case is ignored`;
    return [
      {
        ...entry.place(),
        message: `\`${entry.text}\` stands twice in ${label}${same}; take one away.`,
        related: [{ ...earlier.place(), message: 'first listed here' }],
      },
    ];
  });
}
