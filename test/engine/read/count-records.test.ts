import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRecords } from '../../../engine/read/count-records.ts';

/** One pass over the text, line by line. */
function countPlainly(text: string): number {
  let records = 0;
  let open = '';
  for (const line of text.split(/(?<=\n)/)) {
    open += line;
    if ((open.split('"').length - 1) % 2 === 1) continue;
    if (!/^(\r?\n)?$/.test(open)) records++;
    open = '';
  }
  return open === '' ? records : records + 1;
}

const long = 'regular line without any quote, '.repeat(20);
const parts = fc.array(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    'a',
    'abc,def\n',
    `${long}\n`,
    long,
    `${long}\r\n\r\n`,
    '"',
    '"x\ny"',
    '\n\n',
  ),
  {
    maxLength: 60,
  },
);

test('counts records alike in whatever portions and at whatever alignment the bytes arrive', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 3000 }), fc.nat(3), (pieces, portion, shift) => {
      const text = pieces.join('');
      const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).subarray(shift);
      const count = countRecords(0x22);
      for (let at = 0; at < bytes.length; at += portion) count.add(bytes.subarray(at, at + portion));
      expect(count.end()).toBe(countPlainly(text));
    }),
    { seed: 3, numRuns: 3000 },
  );
});

test('counts quotes as content when fields are never quoted', () => {
  const count = countRecords(-1);
  count.add(Buffer.from('a"b\nc"d\n'));
  expect(count.end()).toBe(2);
});
