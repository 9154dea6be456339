import type { Location } from './locations.ts';

/**
 * For each location the indexes of earlier ones that are the same folder, lie in it or hold it, ascending. Found by the folders' names:
 * hundreds of locations are compared with few others each.
 */
export function meetingLocations(locations: readonly Location[]): readonly (readonly number[])[] {
  const there = new Map<string, number[]>();
  const below = new Map<string, number[]>();
  return locations.map((location, index) => {
    if (location.climbs) return [];
    const path = pathOf(location, location.parts.length);
    const above = location.parts.map((_, depth) => pathOf(location, depth));
    const meeting = [...above, path].flatMap((folder) => there.get(folder) ?? []);
    meeting.push(...(below.get(path) ?? []));
    add(there, path, index);
    for (const folder of above) add(below, folder, index);
    return meeting.sort((one, other) => one - other);
  });
}

function pathOf({ root, parts }: Location, depth: number): string {
  return [root, ...parts.slice(0, depth)].join('\n');
}

function add(index: Map<string, number[]>, path: string, value: number): void {
  const values = index.get(path);
  if (values === undefined) index.set(path, [value]);
  else values.push(value);
}
