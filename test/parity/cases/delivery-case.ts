import type { Random } from '../../../samples/random.ts';
import type { ColumnCase } from './column-case.ts';
import { type FileLayout, packFile, renderFile } from './file-case.ts';

/** A file as it lies in a source folder. */
export interface DeliveredFile {
  readonly file: string;
  readonly bytes: Buffer;
  /** How long before the run it was written. */
  readonly ageSeconds: number;
}

export interface DeliveryOptions {
  readonly layout: FileLayout;
  readonly rows: number;
  readonly number: number;
  readonly random: Random;
  /** What was delivered before: some of it comes again. */
  readonly earlier: readonly DeliveredFile[];
  readonly readyMarker: string | null;
}

const tidyNames = ['', '', 'ä ', "it's ", 'a+b=%20 ', '日本 ', '[x]{y} ', 'sub/', '#?&'];
const oddNames = ['.hidden.csv', '_draft.csv', 'half.csv.part', 'half.tmp', 'notes.txt', 'x._COPYING_'];

/** One to three files, and what may lie beside them: empty ones, copies of earlier ones, names that are left alone. */
export function deliveryCase(
  columns: readonly ColumnCase[],
  options: DeliveryOptions,
): readonly DeliveredFile[] {
  const { random, number, earlier, readyMarker } = options;
  const count = random.int(1, 3);
  const files = Array.from({ length: count }, (_, at) => newFile(columns, { ...options, at, count }));
  const beside: DeliveredFile[] = [];
  const lay = (file: string, bytes: Buffer) => beside.push({ file, bytes, ageSeconds: 200 });
  const [first] = files;
  if (first !== undefined && random.chance(0.08)) lay(renamed(first.file, `again${number}`), first.bytes);
  if (random.chance(0.08)) lay(`empty_${number}.csv`, Buffer.alloc(0));
  if (random.chance(0.1)) lay(random.pick(oddNames), Buffer.from('x'));
  const [old] = random.sample(earlier, Math.min(1, earlier.length));
  if (old !== undefined) {
    const fate = random.int(0, 9);
    if (fate === 0) lay(old.file, old.bytes);
    if (fate === 1) lay(renamed(old.file, `late${number}`), old.bytes);
    // New content under an old name.
    if (fate === 2) return [...beside, { ...newFile(columns, { ...options, at: 9, count }), file: old.file }];
  }
  if (readyMarker !== null && random.chance(0.8)) lay(readyMarker, Buffer.alloc(0));
  return [...files, ...beside];
}

function renamed(file: string, prefix: string): string {
  return file.replace(/[^/]*$/, (name) => `${prefix}_${name}`);
}

/** Columns may be in another order, one new, one missing, or one under its former name. */
function newFile(
  columns: readonly ColumnCase[],
  options: DeliveryOptions & { readonly at: number; readonly count: number },
): DeliveredFile {
  const { layout, rows, number, random, at, count } = options;
  const isMoved = layout.hasHeader && random.chance(0.3);
  const order = isMoved ? random.sample(columns, columns.length) : [...columns];
  if (layout.hasHeader && random.chance(0.12)) leaveOut(order, random);
  const extra = layout.hasHeader && random.chance(0.1) ? ['surplus'] : [];
  const twice = layout.hasHeader && random.chance(0.01) ? ['word'] : [];
  const header = [...order.map((column) => titleOf(column, random)), ...extra, ...twice];
  const length = random.chance(0.05) ? 0 : random.int(1, Math.ceil((2 * rows) / count));
  const content = Array.from({ length }, () => [
    ...order.map((column) => column.text(random)),
    ...extra,
    ...twice,
  ]);
  const name = `${random.pick(tidyNames)}d${number}_${at}.csv`;
  const [file, bytes] = packFile(name, renderFile({ header, rows: content }, layout, random), layout, random);
  return { file, bytes, ageSeconds: random.pick([10, 100, 100, 200, 5000, 10_000]) };
}

function titleOf({ name, formerName }: ColumnCase, random: Random): string {
  const title = formerName !== undefined && random.chance(0.4) ? formerName : name;
  return random.chance(0.1) ? ` ${title.toUpperCase()} ` : title;
}

/** A column of rules alone, or, rarely, one without which a file may be refused. */
function leaveOut(order: ColumnCase[], random: Random): void {
  const isNeeded = (column: ColumnCase) =>
    /^(id|part)$/.test(column.name) || column.entry['required'] === true;
  const can = order.filter((column) => isNeeded(column) === random.chance(0.1));
  if (can.length > 0) order.splice(order.indexOf(random.pick(can)), 1);
}
