import { configFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { nearName, orElse } from './support/did-you-mean.ts';
import { placeAt } from './support/place.ts';
import { replaceFix } from './support/replace-fix.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A time zone that is not in the IANA database. Offsets such as `+02:00` are none: they know no summer time. */
export const unknownTimeZone: ProjectCheck = {
  code: 'unknown-time-zone',
  severity: 'error',
  title: 'A time zone does not exist',
  runConfig({ project }) {
    const sources = datasetsWithSource(project);
    const zones = new Set(sources.map(({ source }) => source.timeZone));
    const unknown = new Set([...zones].filter((zone) => !isTimeZone(zone)));
    return sources.flatMap(({ name, source }): Discovery[] => {
      const zone = source.timeZone;
      if (!unknown.has(zone)) return [];
      const near = nearName(zone, Intl.supportedValuesOf('timeZone'));
      const place = placeAt(project, configFile, ['sources', name, 'time_zone']);
      return [
        {
          ...place,
          message: `\`${zone}\` is not a time zone${orElse(near, 'write a name of the IANA list, such as `Europe/Berlin` or `UTC`')}`,
          fixes: near === null ? [] : replaceFix(project, place, { from: zone, to: near }),
        },
      ];
    });
  },
};

function isTimeZone(zone: string): boolean {
  // The usual one; to ask for it would load the tables of all zones.
  if (zone === 'UTC') return true;
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    // The one documented way to ask Intl whether it knows a zone (ECMA-402, InitializeDateTimeFormat).
    if (error instanceof RangeError) return false;
    throw error;
  }
}
