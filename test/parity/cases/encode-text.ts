import type { Random } from '../../../samples/random.ts';

export type SourceEncoding = 'utf-8' | 'utf-16' | 'iso-8859-1' | 'windows-1252';

const spoiledShare = 0.1;
/** What windows-1252 has at 0x80 to 0x9F and the texts may use; 0x81 is nothing there. */
const windows: Readonly<Record<string, number>> = {
  '€': 0x80,
  Ž: 0x8e,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '™': 0x99,
};
const windowsLetters = Object.keys(windows).join('');

/** Bytes of a text, with a byte order mark or without, now and then with bytes that are nothing in the encoding. */
export function encodeText(text: string, encoding: SourceEncoding, random: Random): Buffer {
  switch (encoding) {
    case 'utf-8': {
      const bytes = Buffer.from(`${random.chance(0.3) ? '\ufeff' : ''}${text}`, 'utf8');
      return random.chance(spoiledShare) ? insertAtLetter(bytes, Buffer.from([0xff]), random) : bytes;
    }
    case 'utf-16': {
      // Half a pair is no character.
      const spoiled = random.chance(spoiledShare)
        ? text.replace(random.pick(['a', 'b', '1']), '\ud83d')
        : text;
      // Without a mark it is little-endian.
      if (random.chance(0.2)) return Buffer.from(spoiled, 'utf16le');
      const little = Buffer.from(`\ufeff${spoiled}`, 'utf16le');
      return random.chance(0.5) ? little : little.swap16();
    }
    case 'iso-8859-1':
      return Buffer.from(text.replaceAll(/[\u0100-\uffff]/g, '?'), 'latin1');
    case 'windows-1252': {
      const special = text.replaceAll('?', () => random.pick([...windowsLetters]));
      const bytes = Buffer.from([...special].map((letter) => windows[letter] ?? byteOf(letter)));
      return random.chance(spoiledShare) ? insertAtLetter(bytes, Buffer.from([0x81]), random) : bytes;
    }
  }
}

function byteOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return windows['€'] ?? 0x3f;
}

/** Before a letter, so that the record stays one. */
function insertAtLetter(bytes: Buffer, inserted: Buffer, random: Random): Buffer {
  const at = bytes.indexOf('a', random.int(0, bytes.length - 1));
  return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
}
