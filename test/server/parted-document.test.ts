import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createPartedDocument } from '../../server/parted-document.ts';

const piece = fc.constantFrom(
  'a',
  'bc',
  'é😀',
  '\n',
  '\r\n',
  '\r',
  '\n\r',
  'x'.repeat(9000),
  '\n'.repeat(40),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const position = fc.record({
  line: fc.integer({ min: -1, max: 90 }),
  character: fc.integer({ min: -1, max: 12_000 }),
});
const change = fc.oneof(
  fc.record({ range: fc.record({ start: position, end: position }), text }),
  fc.record({ text }),
);

it('counts lines and offsets as the reference implementation does, after any changes', () => {
  fc.assert(
    fc.property(text, fc.array(change, { maxLength: 8 }), (start, changes) => {
      const options = { uri: 'file:///a', languageId: 'yaml', version: 1, text: start };
      const ours = createPartedDocument(options);
      let theirs = TextDocument.create('file:///a', 'yaml', 1, start);
      for (const [index, one] of changes.entries()) {
        const change = 'range' in one ? { ...one, range: inOrder(theirs, one.range) } : one;
        ours.update([change], index + 2);
        theirs = TextDocument.update(theirs, [change], index + 2);
        // The reference keeps what it knew of lines when a break is taken apart; a fresh one counts again.
        theirs = TextDocument.create(theirs.uri, 'yaml', theirs.version, theirs.getText());
        expect(ours.version).toBe(index + 2);
        expect(ours.getText()).toBe(theirs.getText());
      }
      expect(ours.lineCount).toBe(theirs.lineCount);
      const { length } = theirs.getText();
      for (const offset of [-1, 0, length >> 1, (length >> 1) + 1, length - 1, length, length + 5])
        expect(ours.positionAt(offset)).toEqual(theirs.positionAt(offset));
      for (let line = -1; line < theirs.lineCount + 1; line += 1)
        for (const character of [0, 1, 2, 9000, 20_000])
          expect(ours.offsetAt({ line, character })).toBe(theirs.offsetAt({ line, character }));
      const range = { start: theirs.positionAt(length >> 2), end: theirs.positionAt(length >> 1) };
      expect(ours.getText(range)).toBe(theirs.getText(range));
    }),
    { numRuns: 300, seed: 5 },
  );
});

function inOrder(document: TextDocument, { start, end }: { start: Place; end: Place }) {
  return document.offsetAt(start) <= document.offsetAt(end) ? { start, end } : { start: end, end: start };
}

interface Place {
  readonly line: number;
  readonly character: number;
}
