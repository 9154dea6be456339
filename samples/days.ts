/** Days since 1970-01-01, as whole numbers. */
export type Day = number;

const msPerDay = 86_400_000;

export function dayOf(iso: string): Day {
  return Date.parse(`${iso}T00:00:00Z`) / msPerDay;
}

export function isoOf(day: Day): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** The three date formats that a column accepts when it names none. */
export type DateStyle = 'iso' | 'slashes' | 'dashes';

export function spellDay(day: Day, style: DateStyle): string {
  const iso = isoOf(day);
  if (style === 'iso') return iso;
  const [year = '', month = '', date = ''] = iso.split('-');
  return [Number(month), Number(date), year].join(style === 'slashes' ? '/' : '-');
}
