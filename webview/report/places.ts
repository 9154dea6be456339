import type { Report } from '../../core/contracts/report.ts';
import { type Content, element } from '../dom/element.ts';
import { link } from '../dom/link.ts';
import type { Place } from '../messages.ts';

/** Draws places of files, as links where the editor can show them. */
export interface Places {
  /** A place in a file of the project: `schema/tables_schema.yaml:97`. */
  origin(place: Place): Content;
  /** Lines of delivered files, each file once. */
  samples(samples: readonly Place[]): Content;
  /** A delivered file by where its original is now. */
  original(path: string): Content;
}

export function findPlaces(report: Report, open: (place: Place) => void): Places {
  const whereNow = new Map(report.files.map(({ file, archivedTo }) => [file, archivedTo ?? null]));
  const toPlace = (place: Place, text: string): Content =>
    link(text, `Open ${place.file} at line ${place.line}`, () => open(place));
  const sample = ({ file, line }: Place): Content => {
    const path = whereNow.get(file) ?? null;
    return path !== null && isShowable(path) ? toPlace({ file: path, line }, String(line)) : String(line);
  };
  return {
    origin: (place) => toPlace(place, `${place.file}:${place.line}`),
    samples: (samples) =>
      byFile(samples).map(([file, lines]) =>
        element(
          'div',
          { class: 'found' },
          element('span', { class: 'file' }, file),
          element(
            'span',
            { class: 'lines' },
            lines.length === 1 ? 'line ' : 'lines ',
            lines.map((place, at) => [at === 0 ? '' : ', ', sample(place)]),
          ),
        ),
      ),
    original: (path) =>
      isShowable(path)
        ? link(path, `Open ${path}`, () => open({ file: path, line: 1 }))
        : element('code', {}, path),
  };
}

function byFile(samples: readonly Place[]): readonly (readonly [string, readonly Place[]])[] {
  const files = [...new Set(samples.map(({ file }) => file))];
  return files.map((file) => [file, samples.filter((sample) => sample.file === file)]);
}

/** Neither what is compressed nor what is not on this machine can be opened as text. */
function isShowable(path: string): boolean {
  return !/\.gz$/i.test(path) && !/^[a-z][a-z0-9+.-]+:/i.test(path);
}
