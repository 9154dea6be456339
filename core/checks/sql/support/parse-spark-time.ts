const datePattern = /^([+-]?)(\d{4,7})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T].*)?)?)?$/s;
const timestampPattern =
  /^[+-]?(\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T](\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d*)?)?)?| )?)?)?(.*)$/s;
const timePattern = /^T?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d*)?)?(.*)$/s;
const hourPattern = /^T(\d{1,2})(.*)$/s;
const specialPattern = /^(epoch|now|today|tomorrow|yesterday)[ \t]*(.*)$/is;
const offsetPattern = /^[+-](\d{1,2})(?::?(\d{1,2})(?::?(\d{1,2}))?)?$/;

/** Whether Spark reads the text of `DATE '…'`: a year, month and day, or a word such as `today`. */
export function isSparkDate(text: string): boolean {
  const value = trim(text);
  const found = datePattern.exec(value);
  if (found === null) return isSpecial(value);
  const [, , year = '', month = '1', day = '1'] = found;
  return Number(year) <= 5881580 && isDay(Number(year), Number(month), Number(day));
}

/**
 * Whether Spark may read the text of `TIMESTAMP '…'`; `hasZone` tells it from `TIMESTAMP_NTZ`, which takes no time without its day.
 * Names of zones are taken as they are.
 */
export function isSparkTimestamp(text: string, hasZone: boolean): boolean {
  const value = trim(text);
  if (isSpecial(value)) return true;
  const found = timestampPattern.exec(value);
  if (found !== null && !isTimeOnly(value)) {
    const [, year = '', month = '1', day = '1', hour, minute = '0', second = '0', rest = ''] = found;
    if (Number(year) > 294247 || !isDay(Number(year), Number(month), Number(day))) return false;
    return hour === undefined ? rest === '' : isTime(hour, minute, second) && isZone(rest);
  }
  if (!hasZone) return false;
  const [, hour, minute = '0', second = '0', rest = ''] = timePattern.exec(value) ?? [];
  if (hour !== undefined) return isTime(hour, minute, second) && isZone(rest);
  const [, alone, zone = ''] = hourPattern.exec(value) ?? [];
  return alone !== undefined && isTime(alone, '0', '0') && isZone(zone);
}

function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  return text.slice(start, end);
}

function isTimeOnly(value: string): boolean {
  return /^T?\d{1,2}:/.test(value);
}

/** A zone after the word cannot be told to exist or not, but `now` takes none. */
function isSpecial(value: string): boolean {
  const [, word = '', zone = ''] = specialPattern.exec(value) ?? [];
  return word !== '' && (zone === '' || (word.toLowerCase() !== 'now' && isZone(zone)));
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

function isTime(hour: string, minute: string, second: string): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/** An offset of at most 18 hours, or what can be the name of a zone. */
function isZone(text: string): boolean {
  const zone = trim(text);
  if (zone === '') return true;
  const found = offsetPattern.exec(zone);
  if (found === null) return /^[A-Za-z][A-Za-z0-9_/+:~-]+$/.test(zone) || /^Z$/i.test(zone);
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  if (Number(minutes) > 59 || Number(seconds) > 59) return false;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) <= 18 * 3600;
}
