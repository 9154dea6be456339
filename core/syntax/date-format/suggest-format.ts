import { parseDateFormat } from './parse-date-format.ts';

/** What `%Y-%m-%d` of Python and C means. */
const directives: Readonly<Record<string, string>> = {
  Y: 'yyyy',
  m: 'MM',
  d: 'dd',
  b: 'MMM',
  H: 'HH',
  M: 'mm',
  S: 'ss',
};

/** The format that one in the letters of another tool means (`YYYY-MM-DD`, `%d.%m.%Y`, `dd-MON-yyyy`); null when it is none. */
export function suggestFormat(written: string): string | null {
  const letters = written.includes('%')
    ? written.replace(/%([A-Za-z])/g, (whole, letter: string) => directives[letter] ?? whole)
    : rename(written);
  return letters !== written && parseDateFormat(letters).errors.length === 0 ? letters : null;
}

/** Letters of any case; `mm` is a month where no hour stands before it. */
function rename(written: string): string {
  let hasHour = false;
  return written.trim().replace(/'(?:[^']|'')*'|HH24|MON|MI|([A-Za-z])\1*/gi, (word) => {
    if (word.startsWith("'")) return word;
    if (/^(?:HH24|h{1,2})$/i.test(word)) {
      hasHour = true;
      return 'HH';
    }
    if (/^MON$/i.test(word)) return 'MMM';
    if (/^y+$/i.test(word)) return 'yyyy';
    if (/^d{1,2}$/i.test(word)) return word.toLowerCase();
    if (/^mi$/i.test(word)) return 'mm';
    if (/^m{1,3}$/i.test(word)) return hasHour ? 'mm' : word.toUpperCase();
    if (word === 'T') return "'T'";
    return /^s{1,2}$/i.test(word) ? 'ss' : word;
  });
}
