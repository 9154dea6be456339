import type { Project } from '../../model/project.ts';
import type { SqlStatement } from '../../syntax/sql/parse-script.ts';
import type { PartedText, SourceText, TextPart } from '../../text/parted-text.ts';
import { type LineSilence, type Opener, readSilence } from './read-silence.ts';

/** A comment that silences findings on a line of a file. */
export interface Silence extends LineSilence {
  readonly file: string;
}

const mark = 'pistevo:ignore';

/** Places of the mark in parts of texts: a part that did not change is not searched again. */
export type MarkCache = WeakMap<TextPart, readonly number[]>;

/** Every silence in the files of a project. */
export function findSilences({ documents, scripts }: Project, cache: MarkCache): readonly Silence[] {
  const found: Silence[] = [];
  const read = (
    file: string,
    source: SourceText,
    opener: Opener,
    isText: (offset: number) => boolean,
  ): void => {
    for (const offset of marksIn(source, cache)) {
      if (isText(offset)) continue;
      const silence = readSilence(source, offset, opener);
      if (silence !== null) found.push({ ...silence, file });
    }
  };
  for (const document of Object.values(documents)) {
    if (document === undefined) continue;
    read(document.file, document.source, 'yaml', document.isInScalar);
  }
  for (const { file, source, statements } of scripts) {
    read(file, source, 'sql', (offset) => isInToken(statements, offset));
  }
  return found;
}

function marksIn(source: SourceText, cache: MarkCache): readonly number[] {
  if (typeof source === 'string') return marksOf(source);
  return source.parts.flatMap((part, index) =>
    marksOfPart(part, cache).map((at) => at + (source.starts[index] ?? 0)),
  );
}

function marksOfPart(part: PartedText['parts'][number], cache: MarkCache): readonly number[] {
  const known = cache.get(part);
  if (known !== undefined) return known;
  const marks = marksOf(part.text);
  cache.set(part, marks);
  return marks;
}

function marksOf(text: string): readonly number[] {
  const marks: number[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) marks.push(at);
  return marks;
}

/** Whether an offset stands in a token; between them are blanks and comments alone. */
function isInToken(statements: readonly SqlStatement[], offset: number): boolean {
  const statement = statements.find(({ start, end }) => start <= offset && offset < end);
  if (statement === undefined) return false;
  const { starts, ends, end } = statement.parsed.tokens;
  const at = offset - statement.start;
  for (let index = 0; index < end; index += 1) {
    if ((starts[index] ?? 0) <= at && at < (ends[index] ?? 0)) return true;
  }
  return false;
}
