/** The contract's reading rules written down as plainly as possible, for comparison. Works on a whole UTF-8 file. */
export interface ReferenceResult {
  header: string[] | null;
  rows: { record: number; line: number; fields: string[] }[];
  malformed: { record: number; line: number; lengthBytes: number; reason: string }[];
  blankLines: number;
  records: number;
  openAt: number | null;
}

export function readByReference(
  bytes: Buffer,
  format: { delimiter: string; quote: string; hasHeader: boolean },
  columns: number,
): ReferenceResult {
  const text = bytes.toString('latin1');
  const delimiter = Buffer.from(format.delimiter).toString('latin1');
  const { quote } = format;
  const lines = text.split('\n');
  const lastIsEmpty = lines.at(-1) === '';
  if (lastIsEmpty) lines.pop();
  const result: ReferenceResult = {
    header: null,
    rows: [],
    malformed: [],
    blankLines: 0,
    records: 0,
    openAt: null,
  };
  let record = format.hasHeader ? 0 : 1;
  let expected = columns;
  for (let i = 0; i < lines.length; ) {
    const first = i;
    let content = lines[i++]!;
    while (quote !== '' && (content.split(quote).length - 1) % 2 === 1 && i < lines.length)
      content += `\n${lines[i++]!}`;
    if (quote !== '' && (content.split(quote).length - 1) % 2 === 1) {
      result.openAt = first + 1;
      return result;
    }
    const isTerminated = i < lines.length || lastIsEmpty;
    if (isTerminated && content.endsWith('\r')) content = content.slice(0, -1);
    if (content === '') {
      result.blankLines++;
      continue;
    }
    const { fields, reason } = split(content, delimiter, quote);
    const utf8 = Buffer.from(content, 'latin1');
    const isNul = content.includes('\0');
    const isInvalid = !isValid(utf8);
    const isHeader = format.hasHeader && result.header === null;
    if (isHeader) expected = fields.length;
    const problem = isNul
      ? 'malformed:nul'
      : isInvalid
        ? 'malformed:encoding'
        : reason !== null
          ? reason
          : fields.length !== expected
            ? 'malformed:fields'
            : null;
    const values = fields.map((field) => Buffer.from(field, 'latin1').toString('utf8'));
    if (isHeader) result.header = problem === null ? values : null;
    if (isHeader && problem !== null) return result;
    if (!isHeader) {
      result.records++;
      if (problem === null) result.rows.push({ record, line: first + 1, fields: values });
      else result.malformed.push({ record, line: first + 1, lengthBytes: content.length, reason: problem });
    }
    record++;
  }
  return result;
}

function isValid(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const mark = '\u{10ffff}';
const pair = '\u{10fffe}';

/** Remove doubled quotes, replace quoted runs by marks, look at what remains; the text is latin1, so both signs are free. */
function split(
  content: string,
  delimiter: string,
  quote: string,
): { fields: string[]; reason: string | null } {
  if (quote === '') return { fields: content.split(delimiter), reason: null };
  const runs: string[] = [];
  const doubled = content.replaceAll(quote + quote, pair);
  let marked = '';
  for (let at = 0; at < doubled.length; ) {
    if (doubled[at] !== quote) {
      marked += doubled[at++];
      continue;
    }
    const close = doubled.indexOf(quote, at + 1);
    runs.push(doubled.slice(at, close + 1));
    marked += mark;
    at = close + 1;
  }
  const cells = marked.split(delimiter);
  let isBad = false;
  const fields = cells.map((cell) => {
    if (cell.includes(mark)) {
      if (cell.replaceAll(pair, '') !== mark) isBad = true;
      const whole = cell.replaceAll(mark, () => runs.shift()!).replaceAll(pair, quote + quote);
      return whole.slice(1, -1).replaceAll(quote + quote, quote);
    }
    const raw = cell.replaceAll(pair, quote + quote);
    if (raw !== '' && raw.replaceAll(quote, '') === '') return quote.repeat(raw.length / 2 - 1);
    return raw;
  });
  return { fields, reason: isBad ? 'malformed:quote' : null };
}
