import type { Fix } from '../contracts/finding.ts';
import type { MaskStrategy } from '../contracts/plan.ts';
import { addEntry } from '../model/edit/add-entry.ts';
import { removeEntry, removeItem } from '../model/edit/remove-entry.ts';
import { type Project, schemaFile } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { columnUses, maskPlace, type UseKind, type WrittenMask } from './support/column-uses.ts';
import { eachColumn } from './support/each-column.ts';
import { placeAt } from './support/place.ts';
import { listNames } from './support/tables.ts';

/** What a masked column can no longer do. A keyed hash still tells equal values apart from others, and nothing more. */
const spoiled: Readonly<Record<UseKind, readonly MaskStrategy[]>> = {
  merge_key: ['null', 'redact'],
  cdc_key: ['null', 'redact', 'hash'],
  partition_by: ['null', 'redact'],
  references: ['null', 'redact'],
  mask: [],
};

const outcome: Readonly<Record<MaskStrategy, string>> = {
  null: 'is masked to NULL',
  redact: 'is masked to the same text in every row',
  hash: 'is masked to a hash, which has no order',
};

/** A key, change, partition or reference column whose masked value no longer serves: told once, where it is masked. */
export const maskedKey: ProjectCheck = {
  code: 'masked-key',
  severity: 'error',
  title: 'A key column is masked so that it no longer serves as one',
  runDataset({ project }) {
    const uses = columnUses(project);
    return eachColumn(project, ({ dataset: { name: dataset }, column, place }): readonly Discovery[] => {
      const { mask, name } = column;
      if (mask === null) return [];
      const spoiledUses = uses.filter(
        (use) =>
          use.owner === dataset &&
          foldCase(use.child ?? use.column) === foldCase(name) &&
          spoiled[use.kind].includes(mask),
      );
      if (spoiledUses.length === 0) return [];
      const kinds = [...new Set(spoiledUses.map(({ kind }) => kind))];
      const isOrder = kinds.includes('cdc_key');
      const written = maskPlace(project, dataset, name);
      return [
        {
          ...(written === null ? place([], 'key') : placeAt(project, schemaFile, written.path, written.part)),
          message: `Column \`${name}\` of \`${dataset}\` ${outcome[mask]} and cannot serve ${listNames(kinds)}; take the mask away${isOrder ? ', or choose another column' : ', or use `hash`'}.`,
          related: spoiledUses.map((use) => ({ ...use.place(), message: `\`${use.kind}\` is here` })),
          fixes: written === null ? [] : maskFixes({ project, dataset, name, written, isOrder }),
        },
      ];
    });
  },
};

interface Masking {
  readonly project: Project;
  readonly dataset: string;
  readonly name: string;
  readonly written: WrittenMask;
  readonly isOrder: boolean;
}

function maskFixes({ project, dataset, name, written, isOrder }: Masking): readonly Fix[] {
  const { path } = written;
  const target = { project, file: schemaFile, path } as const;
  const isItem = typeof path.at(-1) === 'number';
  const removal = isItem ? removeItem(target) : removeEntry(target);
  const column = ['tables', dataset, 'columns', name];
  const hash = isItem
    ? addEntry({ ...target, path: column }, { block: 'mask: hash', flow: 'mask: hash' })
    : { ...placeAt(project, schemaFile, path), newText: 'hash' };
  return [
    { title: `Do not mask \`${name}\``, edits: [removal] },
    ...(isOrder ? [] : [{ title: `Mask \`${name}\` by \`hash\``, edits: isItem ? [removal, hash] : [hash] }]),
  ].flatMap(({ title, edits }) => {
    const sound = edits.filter((edit) => edit !== null);
    return sound.length === edits.length ? [{ title, edits: sound }] : [];
  });
}
