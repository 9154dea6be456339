import type { Range } from '../contracts/finding.ts';
import { configFile } from '../model/project.ts';
import { plainText } from '../syntax/yaml/cursor/read-line.ts';
import { describeColumn } from './hover/describe-column.ts';
import { describeDataset } from './hover/describe-dataset.ts';
import { describeSetting } from './hover/describe-setting.ts';
import { describeVariable } from './hover/describe-variable.ts';
import type { Place, ProjectView } from './project-view.ts';
import { cursorAt } from './support/cursor-at.ts';
import { nameAt } from './support/name-at.ts';
import { schemaAt } from './support/schema-at.ts';
import { holds } from './support/written.ts';

/** Markdown about what stands at a place, and the span that it is about. Texts of users in it are escaped. */
export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

/** What is known of the column, the dataset, the variable or the setting at a place; null where there is nothing to say. */
export function hover(view: ProjectView, place: Place): Hover | null {
  return describeName(view, place) ?? describeAround(view, place);
}

function describeName(view: ProjectView, place: Place): Hover | null {
  const use = nameAt(view, place);
  if (use === null) return null;
  const describe = use.name.column === null ? describeDataset : describeColumn;
  const markdown = describe(view, use.name);
  return markdown === null ? null : { markdown, range: use.range };
}

function describeAround(view: ProjectView, { file, offset }: Place): Hover | null {
  const { project, documents } = view;
  const text = documents[file];
  const cursor = cursorAt(view, { file, offset });
  if (text === undefined || cursor === null || !holds(cursor.range, offset)) return null;
  if (cursor.range.start === cursor.range.end) return null;
  const written = text.slice(cursor.range.start, cursor.range.end);
  const variable =
    file === configFile ? describeVariable(project, { text, offset, path: cursor.path }) : null;
  if (variable !== null) return variable;
  const isKey = cursor.kind === 'key';
  if (isKey && !cursor.hasColon) return null;
  const path = isKey ? [...cursor.path, plainText(written)] : cursor.path;
  const part = schemaAt(file, path);
  if (part === null || part.isNamed || typeof part.schema['title'] !== 'string') return null;
  return { markdown: describeSetting(project, { file, path, part }), range: cursor.range };
}
