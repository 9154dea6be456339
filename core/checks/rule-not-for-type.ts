import { type Column, schemaFile } from '../model/project.ts';
import { valueAt } from '../text/value-at.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { ruleType } from './support/compare-values.ts';
import { eachColumn } from './support/each-column.ts';

/** A bound on values that have no size, or formats on a type that has none. */
export const ruleNotForType: ProjectCheck = {
  code: 'rule-not-for-type',
  severity: 'error',
  title: 'A rule does not fit the type of its column',
  runDataset({ project }) {
    return eachColumn(project, ({ dataset, column, label, place }) => {
      // The model keeps formats of dates and timestamps only, so what was written is asked here.
      const path = ['tables', dataset.name, 'columns', column.name, 'formats'];
      const formats = valueAt(project.documents[schemaFile]?.value, path);
      return misplacedRules(column, formats !== undefined && formats !== null).map(
        ([rule, advice]): Discovery => {
          return {
            ...place([rule], 'entry'),
            message: `\`${rule}\` has no meaning for column ${label}, which is ${column.mask !== null && rule !== 'formats' ? 'masked' : column.type}; ${advice}.`,
          };
        },
      );
    });
  },
};

function misplacedRules(column: Column, writesFormats: boolean): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const type = ruleType(column);
  if (type === 'string' || type === 'boolean') {
    const advice = type === 'string' ? 'declare a number or a date, or use `pattern`' : 'take it away';
    const reason = column.mask === null ? advice : 'rules of a masked column see its text; use `pattern`';
    if (column.min !== null) found.push(['min', reason]);
    if (column.max !== null) found.push(['max', reason]);
  }
  if (writesFormats && column.type !== 'date' && column.type !== 'timestamp') {
    found.push(['formats', 'declare `date` or `timestamp`, or take it away']);
  }
  return found;
}
