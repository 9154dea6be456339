import type { Range } from '../../../../core/contracts/finding.ts';
import type { Place, ProjectView, ViewFacts } from '../../../../core/features/project-view.ts';
import { loadProject } from '../../../../core/model/load-project.ts';
import { configFile, schemaFile } from '../../../../core/model/project.ts';
import { createProjectCache } from '../../../../core/model/project-cache.ts';

/** A project of marked texts: `▮` is the cursor, `⟦…⟧` are ranges. */
export interface MarkedProject {
  readonly view: ProjectView;
  /** The first cursor; throws when there is none. */
  readonly place: Place;
  readonly places: readonly Place[];
  /** Marked ranges in the order of the files and texts. */
  readonly ranges: readonly { readonly file: string; readonly range: Range }[];
}

export interface MarkedOptions {
  readonly environment?: string;
  readonly facts?: ViewFacts;
}

/** Compiling the schemas is most of the cost of loading, and the same for all projects of a test file. */
const cache = createProjectCache();

/** Reads `{ path: text }` with markers; `conf/config.yaml` and `schema/tables_schema.yaml` may be left out. */
export function markedProject(
  files: Readonly<Record<string, string>>,
  options: MarkedOptions = {},
): MarkedProject {
  const documents: Record<string, string> = {};
  const scripts: Record<string, string> = {};
  const places: Place[] = [];
  const ranges: { file: string; range: Range }[] = [];
  for (const [file, written] of Object.entries(files)) {
    const read = readMarkers(written);
    (file.endsWith('.sql') ? scripts : documents)[file] = read.text;
    places.push(...read.cursors.map((offset) => ({ file, offset })));
    ranges.push(...read.ranges.map((range) => ({ file, range })));
  }
  const texts = { config: documents[configFile] ?? null, schema: documents[schemaFile] ?? null };
  const environment = options.environment === undefined ? {} : { environment: options.environment };
  const project = loadProject(texts, { cache, ...environment });
  const facts = options.facts === undefined ? {} : { facts: options.facts };
  const view: ProjectView = { project, documents, scripts, ...facts };
  return {
    view,
    places,
    ranges,
    get place(): Place {
      const [first] = places;
      if (first === undefined) throw new Error('no cursor is marked');
      return first;
    },
  };
}

/** Text of a file of the view. */
export function textOf(view: ProjectView, file: string): string {
  return view.documents[file] ?? view.scripts[file] ?? '';
}

/** A span as `file:start: text`, so that a failing test shows where and what. */
export function shown(
  view: ProjectView,
  { file, range }: { readonly file: string; readonly range: Range },
): string {
  return `${file}:${range.start}: ${textOf(view, file).slice(range.start, range.end)}`;
}

function readMarkers(written: string): { text: string; cursors: number[]; ranges: Range[] } {
  const cursors: number[] = [];
  const ranges: Range[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of written) {
    if (character === '▮') cursors.push(text.length);
    else if (character === '⟦') open.push(text.length);
    else if (character === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error('a marker is closed that was not opened');
      ranges.push({ start, end: text.length });
    } else text += character;
  }
  if (open.length > 0) throw new Error('a marker is not closed');
  return { text, cursors, ranges };
}
