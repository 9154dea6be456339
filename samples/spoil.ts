import type { Entry, MalformedReason } from './delivery.ts';
import { spellRecord } from './delivery.ts';
import type { Random } from './random.ts';

/** Columns by name, as they will be spelled in the file. */
export type Cells = Record<string, string>;

/** A way to break a record, and how many records of a file it befalls. */
export interface Defect {
  readonly count: number;
  /** Either changes cells in place, or says that the whole record becomes malformed. */
  readonly spoil: ((cells: Cells) => void) | MalformedReason;
}

function malformed(reason: MalformedReason, fields: readonly string[], random: Random): Entry {
  const text = spellRecord(fields);
  switch (reason) {
    case 'malformed:fields':
      return {
        kind: 'malformed',
        reason,
        bytes: Buffer.from(random.chance(0.5) ? `${text},` : spellRecord(fields.slice(0, -1))),
      };
    case 'malformed:nul':
      return { kind: 'malformed', reason, bytes: Buffer.from(`${text.slice(0, 9)}\0${text.slice(9)}`) };
    case 'malformed:encoding':
      // 0xe9 is an e with an accent in ISO-8859-1, and cannot stand alone in UTF-8.
      return { kind: 'malformed', reason, bytes: Buffer.concat([Buffer.from(text), Uint8Array.of(0xe9)]) };
    case 'malformed:quote': {
      const [first = '', second = '', ...rest] = fields;
      // Half of them open a quote that only the next line closes: one record of two lines, as the quotes say.
      const broken = random.chance(0.5) ? `12" ${second} 4"` : `12" ${second}\n4"`;
      return { kind: 'malformed', reason, bytes: Buffer.from(`${first},${broken},${spellRecord(rest)}`) };
    }
  }
}

/**
 * Records in the order of `header`, with each defect applied to its own share of them (no record twice) and
 * `blankLines` empty lines strewn between.
 */
export function entriesOf(
  rows: readonly Cells[],
  header: readonly string[],
  options: { readonly random: Random; readonly defects?: readonly Defect[]; readonly blankLines?: number },
): Entry[] {
  const { random, defects = [], blankLines = 0 } = options;
  const total = defects.reduce((sum, defect) => sum + defect.count, 0);
  const victims = random.sample([...rows.keys()], total);
  const fate = new Map<number, Defect['spoil']>();
  for (const defect of defects) {
    for (const victim of victims.splice(0, defect.count)) fate.set(victim, defect.spoil);
  }
  const entries = rows.map((row, index): Entry => {
    const cells = { ...row };
    const spoil = fate.get(index);
    if (typeof spoil === 'function') spoil(cells);
    const fields = header.map((column) => cells[column] ?? '');
    return typeof spoil === 'string' ? malformed(spoil, fields, random) : { kind: 'record', fields };
  });
  for (let blank = 0; blank < blankLines; blank += 1)
    entries.splice(random.int(1, entries.length - 1), 0, { kind: 'blank' });
  return entries;
}
