import type { Range } from '../contracts/finding.ts';
import { configFile, schemaFile } from '../model/project.ts';
import { configHints } from './inlay-hints/config-hints.ts';
import type { InlayHint } from './inlay-hints/inlay-hint.ts';
import { schemaHints } from './inlay-hints/schema-hints.ts';
import type { ProjectView } from './project-view.ts';

export type { InlayHint } from './inlay-hints/inlay-hint.ts';

/** What a part of a project file leaves unsaid: defaults, types of masked columns, values of variables, overrides. */
export function inlayHints(view: ProjectView, file: string, range: Range): readonly InlayHint[] {
  if (file === configFile) return configHints(view.project, range);
  return file === schemaFile ? schemaHints(view.project, range) : [];
}
