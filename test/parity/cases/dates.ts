export const dateFormats = [
  'yyyy-MM-dd',
  'M/d/yyyy',
  'M-d-yyyy',
  'dd.MM.yyyy',
  'd MMM yyyy',
  'yyyyMMdd',
  'MM/dd/yyyy',
  'd.M.yyyy',
];

/** A day, `yyyy-MM-dd`, as one of `dateFormats` writes it. */
export function writeDay(day: string, format: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const parts: Readonly<Record<string, string>> = {
    yyyy: year,
    MMM: names[Number(month) - 1] ?? '',
    MM: month,
    M: String(Number(month)),
    dd: date,
    d: String(Number(date)),
  };
  return format.replaceAll(/yyyy|MMM|MM|M|dd|d/g, (letters) => parts[letters] ?? letters);
}
