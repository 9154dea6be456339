/** A run's `ts`: now as `yyyyMMddHHmmss` in UTC, or one second after the previous run's when that is not earlier. */
export function nextTs(now: Date, previous: string | null): string {
  const own = format(now);
  if (previous === null || own > previous) return own;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(previous) ?? [];
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return format(new Date(at + 1000));
}

function format(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:T]/g, '');
}
