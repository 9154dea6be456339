import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** Delimiter and quote that a reader could not tell apart, from each other or from the ends of lines. */
export const formatClash: ProjectCheck = {
  code: 'format-clash',
  severity: 'error',
  title: 'Delimiter and quote cannot be told apart',
  runDataset({ project }) {
    return datasetsWithSource(project).flatMap(({ name, source }): Discovery[] => {
      const { delimiter, quote } = source.format;
      const path = (key: string) => placeAt(project, configFile, ['sources', name, 'format', key]);
      if (delimiter === quote) {
        return [
          {
            ...path('quote'),
            message: `Delimiter and quote of \`${name}\` are the same character; change one, or say \`quote: ''\` when fields are never quoted.`,
          },
        ];
      }
      return (['delimiter', 'quote'] as const).flatMap((key): Discovery[] => {
        const character = key === 'delimiter' ? delimiter : quote;
        if (!/[\r\n\0]/.test(character)) return [];
        return [
          {
            ...path(key),
            message: `The \`${key}\` of \`${name}\` would end a line or a text; choose another character.`,
          },
        ];
      });
    });
  },
};
