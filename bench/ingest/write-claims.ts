import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom, type Random } from '../../samples/random.ts';

export interface ClaimFile {
  readonly path: string;
  /** Records, defects included. */
  readonly rows: number;
  /** First claim number: a delta that starts inside an earlier file's range updates those claims. */
  readonly firstClaim: number;
  /** ISO day of the last change, the same for all: a later delivery wins over an earlier one. */
  readonly modified: string;
  readonly seed: number;
}

export const claimHeader =
  'claim_id,patient_id,provider_id,member_name,visit_type,total_cost,coverage_type,date_of_service,claim_date,billed,last_modified_date';

export const patientCount = 50_000;
export const providerCount = 1_000;

const visitTypes = ['physical', 'routine', 'illness', 'surgery'] as const;
const coverages = ['100', '50', '0'] as const;
const pad = (value: number) => (value < 10 ? `0${value}` : `${value}`);

function day(month: number, date: number, random: Random): string {
  const style = random.int(1, 10);
  if (style <= 7) return `2026-${pad(month)}-${pad(date)}`;
  return style <= 9 ? `${month}/${date}/2026` : `${month}-${date}-2026`;
}

/** A sound claim, or every hundredth time one with a defect: eleven kinds in turn, four of them malformed. */
function claimLine(claim: number, defect: number | null, random: Random, modified: string): string {
  let id = `C${claim}`;
  let patient = `P${random.int(1, patientCount)}`;
  let visit: string = visitTypes[claim & 3] ?? 'routine';
  let cost = `${random.int(20, 9_000)}.${pad(random.int(0, 99))}`;
  let coverage: string = random.pick(coverages);
  const month = random.int(1, 10);
  const date = random.int(1, 28);
  let service = day(month, date, random);
  let tail = '';
  let name = `Member ${claim % 200_003}`;
  if (defect === 0) id = '';
  if (defect === 1) patient = 'P0';
  if (defect === 2) visit = 'teleport';
  if (defect === 3) cost = 'n/a';
  if (defect === 4) cost = '-12.00';
  if (defect === 5) coverage = '75';
  if (defect === 6) service = '13/45/2026';
  if (defect === 7) tail = ',surplus';
  if (defect === 8) name = `12" by 4" ${name}`;
  if (defect === 9) name = `N\0${name}`;
  if (defect === 10) name = `Ren\xe9 ${name}`;
  const claimed = day(month, Math.min(28, date + random.int(0, 9)), random);
  const billed = claim & 1 ? 'T' : 'F';
  return `${id},${patient},R${random.int(1, providerCount)},${name},${visit},${cost},${coverage},${service},${claimed},${billed},${modified}${tail}\n`;
}

/** Writes a seeded file of claims with 1 % defects; about 100 bytes a row. ISO-8859-1 bytes make the invalid UTF-8. */
export function writeClaims({ path, rows, firstClaim, modified, seed }: ClaimFile): void {
  const random = createRandom(seed);
  const file = openSync(path, 'w');
  try {
    let lines = [`${claimHeader}\n`];
    for (let row = 0; row < rows; row += 1) {
      const defect = row % 100 === 99 ? Math.floor(row / 100) % 11 : null;
      lines.push(claimLine(firstClaim + row, defect, random, modified));
      if (lines.length === 20_000) {
        writeSync(file, Buffer.from(lines.join(''), 'latin1'));
        lines = [];
      }
    }
    writeSync(file, Buffer.from(lines.join(''), 'latin1'));
  } finally {
    closeSync(file);
  }
}

/** Writes the people that claims refer to: `id,last_modified_date`, numbered from 1. */
export function writePeople(path: string, column: string, prefix: string, count: number): void {
  const lines = Array.from({ length: count }, (_, index) => `${prefix}${index + 1},2026-01-01`);
  const file = openSync(path, 'w');
  try {
    writeSync(file, `${column},last_modified_date\n${lines.join('\n')}\n`);
  } finally {
    closeSync(file);
  }
}
