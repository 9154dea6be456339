import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every masked value of the campaign's data holds this word, so that one byte search finds any leak. */
export const secretWord = 'Qzvkx';

const config = `
target_path: target/
archive_path: archive/
target_schema: billing
sources:
  patients:
    path: source/patients/
    merge_key: patient_id
    cdc_key: last_modified_date
  claim:
    path: source/claim/
    merge_key: claim_id
    cdc_key: last_modified_date
    expect: { max_bad: 0.5 }
`;

const schema = `
tables:
  patients:
    columns:
      patient_id: { type: string, required: true }
      fname: { type: string, required: true, pattern: '[A-Za-z0-9 ]+' }
      ssn: { type: string, mask: hash }
      city: { type: string }
      last_modified_date: { type: date }
    mask: [fname]
  claim:
    columns:
      claim_id: { type: string, required: true }
      patient_id: { type: string, references: patients.patient_id }
      total_cost: { type: double, min: 0 }
      billed: { type: string, valid_vals: [T, F] }
      note: { type: string }
      last_modified_date: { type: date }
    mask: [note]
`;

/** A generator of numbers in [0, 1) that a seed determines (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function secret(random: () => number): string {
  return `${secretWord}${Math.floor(random() * 1e9)}`;
}

function day(random: () => number): string {
  return `2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
}

function patientLine(id: number, random: () => number): string {
  const broken = random();
  if (broken < 0.03) return `P${id},"${secret(random)},half open" x,city,x,2026-01-01`;
  if (broken < 0.06) return `,${secret(random)},${secret(random)},Nowhere,${day(random)}`;
  const city = random() < 0.2 ? `"Line one\nline, two"` : `City ${id % 7}`;
  return `P${id},${secret(random)},${secret(random)},${city},${day(random)}`;
}

function claimLine(id: number, patients: number, random: () => number): string {
  const cost = random() < 0.05 ? 'n/a' : (random() * 500 - 5).toFixed(2);
  const patient = `P${Math.floor(random() * patients * 1.05)}`;
  const billed = ['T', 'F', 't', 'X'][Math.floor(random() * 4)] ?? 'T';
  const line = `C${id},${patient},${cost},${billed},"${secret(random)}, ${secret(random)}",${day(random)}`;
  return random() < 0.02 ? `${line},surplus` : line;
}

/** Writes the two YAML files of the campaign's project. */
export async function layProject(root: string): Promise<void> {
  await mkdir(join(root, 'conf'), { recursive: true });
  await mkdir(join(root, 'schema'), { recursive: true });
  await writeFile(join(root, 'conf/config.yaml'), config);
  await writeFile(join(root, 'schema/tables_schema.yaml'), schema);
}

export interface DeliverySize {
  readonly patients: number;
  readonly claims: number;
}

/** Writes delivery `number` (1, 2, …) into the project's source folders: the same bytes for the same seed. */
export async function layDelivery(
  root: string,
  number: number,
  seed: number,
  size: DeliverySize,
): Promise<void> {
  const random = seededRandom(seed * 1000 + number);
  const patients = ['patient_id,fname,ssn,city,last_modified_date'];
  for (let index = 0; index < size.patients; index += 1) patients.push(patientLine(index * number, random));
  await write(root, 'patients', `patients_${number}.csv`, patients);
  for (const part of [1, 2]) {
    const claims = ['claim_id,patient_id,total_cost,billed,note,last_modified_date'];
    for (let index = 0; index < size.claims / 2; index += 1) {
      claims.push(claimLine(Math.floor(random() * size.claims * number), size.patients, random));
    }
    await write(root, 'claim', `claims_${number}_${part}.csv`, claims);
  }
}

async function write(root: string, dataset: string, name: string, lines: readonly string[]): Promise<void> {
  const folder = join(root, 'source', dataset);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `${lines.join('\n')}\n`);
}
