import { parsePattern } from '../syntax/pattern/parse-pattern.ts';
import { scalarRange } from '../syntax/yaml/scalar-range.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';
import { textAt } from './support/place.ts';

/** A pattern outside the part of regular expressions that all engines read alike. */
export const invalidPattern: ProjectCheck = {
  code: 'invalid-pattern',
  severity: 'error',
  title: 'A pattern is not in the common subset of regular expressions',
  runDataset({ project }) {
    return eachColumn(project, ({ column, place }) => {
      const { pattern } = column;
      if (pattern === null) return [];
      const written = place(['pattern']);
      const raw = textAt(project, written);
      return parsePattern(pattern).errors.map(({ message, range }): Discovery => {
        return { file: written.file, range: scalarRange(raw, written.range.start, pattern, range), message };
      });
    });
  },
};
