/** A number generator with a seed (mulberry32): values from 0 up to, not including, `limit`. */
export function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

export interface RandomEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const pieces = [
  ...[
    'a',
    'x',
    '1',
    ' ',
    '  ',
    '\n',
    ':',
    ': ',
    '-',
    '- ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '|',
    '&a',
    '*a',
    '<<: *a',
    '\t',
  ],
  ...[
    '\n  ',
    '\n      ',
    'type: int',
    'type: itn',
    'required: true',
    'mask: [x]',
    'references: patients.patient_id',
    '${x}',
  ],
  ...[
    'merge_key: claim_id',
    'load: append',
    '  extra:\n    columns:\n      a: {type: int}\n',
    'tables:\n',
    'null',
    'é😀',
    '\r\n',
  ],
];

/** One edit as somebody might make it: mostly a few characters, now and then a paste or a large deletion. */
export function randomEdit(text: string, random: (limit: number) => number): RandomEdit {
  const start = random(text.length + 1);
  const kind = random(20);
  const end = Math.min(text.length, start + (kind < 8 ? 0 : kind < 18 ? random(4) : random(200)));
  const isDeletion = kind > 8 && random(2) === 0;
  return { start, end, text: isDeletion ? '' : (pieces[random(pieces.length)] ?? '') };
}
