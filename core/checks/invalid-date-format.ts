import { hasTime, parseDateFormat } from '../syntax/date-format/parse-date-format.ts';
import { suggestFormat } from '../syntax/date-format/suggest-format.ts';
import { scalarRange } from '../syntax/yaml/scalar-range.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';
import { textAt } from './support/place.ts';
import { replaceFix } from './support/replace-fix.ts';

/** A date format that no value is read by. */
export const invalidDateFormat: ProjectCheck = {
  code: 'invalid-date-format',
  severity: 'error',
  title: 'A date format cannot be read',
  runDataset({ project }) {
    // A project has few formats and many columns.
    const read = new Map<string, ReturnType<typeof parseDateFormat>>();
    return eachColumn(project, ({ column, label, place }) =>
      column.formats.flatMap((format, index): readonly Discovery[] => {
        const known = read.get(format) ?? parseDateFormat(format);
        read.set(format, known);
        const { parts, errors } = known;
        const [first] = errors;
        if (first === undefined && (column.type !== 'date' || !hasTime(parts))) return [];
        const written = place(['formats', index]);
        if (first !== undefined) {
          const near = suggestFormat(format);
          if (near !== null) {
            const message = `Format \`${format}\` is not written in the letters that date formats have here; did you mean \`${near}\`?`;
            return [{ ...written, message, fixes: replaceFix(project, written, { from: format, to: near }) }];
          }
          const range = scalarRange(textAt(project, written), written.range.start, format, first.range);
          return [{ file: written.file, range, message: first.message }];
        }
        return [
          {
            ...written,
            message: `Format \`${format}\` reads a time of day, and column ${label} is a date; declare \`timestamp\`, or leave the time out.`,
          },
        ];
      }),
    );
  },
};
