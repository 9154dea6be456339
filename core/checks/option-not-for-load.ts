import { configFile, type Path, type ProjectFile, schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { findColumn, wholeDatasets } from './support/tables.ts';

interface Misplaced {
  readonly file: ProjectFile;
  readonly path: Path;
  readonly advice: string;
}

/** A setting that the way of loading never looks at. */
export const optionNotForLoad: ProjectCheck = {
  code: 'option-not-for-load',
  severity: 'warning',
  title: 'A setting has no effect with this way of loading',
  runDataset({ project }) {
    return wholeDatasets(project).flatMap(({ name, source, table }) => {
      const { load, mergeKey, cdcKey, allowEmpty } = source;
      const found: Misplaced[] = [];
      const config = (key: string, advice: string): void => {
        found.push({ file: configFile, path: ['sources', name, key], advice });
      };
      if (load === 'append') {
        const unique =
          'every record stays, also when its key comes twice; say `load: upsert`, or `unique: true` on the key';
        const isHeld = mergeKey.every((key) => findColumn(table, key)?.isUnique === true);
        if (mergeKey.length > 0 && !isHeld) config('merge_key', unique);
      }
      if (cdcKey !== null && (load === 'append' || (load === 'replace' && mergeKey.length === 0))) {
        config('cdc_key', 'versions of a row are not compared; take it away, or say `load: upsert`');
      }
      if (allowEmpty && load !== 'replace') {
        config('allow_empty', 'only `load: replace` could empty the table; take it away');
      }
      if (table.deleteWhen !== null && load === 'append') {
        const advice = 'nothing is deleted; take it away, or say `load: upsert`';
        found.push({ file: schemaFile, path: ['tables', name, 'delete_when'], advice });
      }
      return found.map(({ file, path, advice }): Discovery => {
        return {
          ...placeAt(project, file, path, 'entry'),
          message: `\`${String(path.at(-1))}\` of \`${name}\` has no effect with \`load: ${load}\`: ${advice}.`,
        };
      });
    });
  },
};
