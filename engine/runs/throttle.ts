/**
 * Lets something through at most once an interval for each name; the first one always passes. `now` in milliseconds,
 * from a clock that never goes back.
 */
export function createThrottle(intervalMs: number, now: () => number): (name: string) => boolean {
  const last = new Map<string, number>();
  return (name) => {
    const at = now();
    const before = last.get(name);
    if (before !== undefined && at - before < intervalMs) return false;
    last.set(name, at);
    return true;
  };
}
