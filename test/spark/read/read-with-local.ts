import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadFormat } from '../../../core/contracts/plan.ts';
import type { MalformedRecord } from '../../../engine/read/chunk.ts';
import { readRecords } from '../../../engine/read/read-records.ts';
import { recordsOf } from '../../../engine/read/records-of.ts';

/** Reads the files of `cases.json` in the folder given with the local engine's reader, and tells all that it found. */
interface Case {
  readonly file: string;
  readonly format: ReadFormat;
  /** Number of fields of a file without a header. */
  readonly columns: number;
}

async function readCase(folder: string, one: Case): Promise<unknown> {
  const path = join(folder, one.file);
  const rows: unknown[] = [];
  const malformed: MalformedRecord[] = [];
  const { size } = await stat(path);
  const chunks = readRecords(createReadStream(path), one.format, {
    fileName: one.file,
    sizeBytes: size,
    columns: one.columns,
  });
  while (true) {
    const { value, done } = await chunks.next();
    if (done === true) return { ...value, rows, faults: malformed };
    for (const { record, line, fields } of recordsOf(value, one.format.delimiter))
      rows.push([record, line, fields]);
    malformed.push(...value.malformed);
  }
}

const folder = process.argv[2] ?? '.';
const cases = JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8')) as readonly Case[];
const results: unknown[] = [];
for (const one of cases) results.push(await readCase(folder, one));
process.stdout.write(JSON.stringify(results));
