import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareLocations, readLocation } from '../../../../core/checks/support/locations.ts';
import { meetingLocations } from '../../../../core/checks/support/meeting-locations.ts';

const folder = fc.constantFrom('a', 'b', 'ab', '..', '.', '');
const path = fc
  .tuple(fc.constantFrom('', '/', 's3://one/', 's3a://one/', 's3://two/'), fc.array(folder, { maxLength: 4 }))
  .map(([start, folders]) => start + folders.join('/'));

it('finds the very pairs that comparing each with each finds', () => {
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
      const locations = paths.map(readLocation);
      const expected = locations.map((second, index) =>
        locations
          .slice(0, index)
          .flatMap((first, earlier) => (compareLocations(first, second) === null ? [] : [earlier])),
      );
      expect(meetingLocations(locations)).toEqual(expected);
    }),
    { numRuns: 400, seed: 3 },
  );
});
