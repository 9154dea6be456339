import type { Finding, Range } from '../contracts/finding.ts';
import { isInScalar } from '../syntax/yaml/is-in-scalar.ts';
import { rangeAt } from '../syntax/yaml/locate.ts';
import { parseYamlSteps } from '../syntax/yaml/parse-yaml.ts';
import { toValue } from '../syntax/yaml/to-value.ts';
import type { YamlNode, YamlProblem } from '../syntax/yaml/tree.ts';
import type { YamlCache } from '../syntax/yaml/yaml-cache.ts';
import type { Steps } from '../text/drain.ts';
import type { SourceText } from '../text/parted-text.ts';
import type { ProjectFile, SourceDocument } from './project.ts';

/** A document with what only the model needs of it. */
export interface ParsedDocument {
  readonly document: SourceDocument;
  /** Null when the text holds no value. */
  readonly root: YamlNode | null;
}

/** Parses one file of a project; `section` is the mapping whose entries are parsed one by one. */
export function* parseSource(
  file: ProjectFile,
  source: SourceText,
  options: { section: string; cache: YamlCache },
): Steps<ParsedDocument> {
  const sections = [options.section];
  const { root, problems, damaged } = yield* parseYamlSteps(source, { sections, cache: options.cache });
  const document: SourceDocument = {
    file,
    source,
    get text() {
      return source.toString();
    },
    value: root === null ? null : toValue(root, options.cache.values),
    findings: problems.map((problem) => toFinding(file, problem)),
    rangeOf: (path, part): Range => (root === null ? { start: 0, end: 0 } : rangeAt(root, path, part)),
    isInScalar: (offset) => root !== null && isInScalar(root, offset),
    isDamaged: (path) =>
      damaged.some(
        (entry) => entry.length <= path.length && entry.every((step, index) => step === path[index]),
      ),
  };
  return { document, root };
}

function toFinding(file: ProjectFile, problem: YamlProblem): Finding {
  const { code, severity, message, range, related, fixes } = problem;
  return {
    code,
    severity,
    message,
    file,
    range,
    ...(related === undefined
      ? {}
      : { related: [{ file, range: related, message: 'It stands here first.' }] }),
    ...(fixes === undefined
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            title,
            edits: edits.map((edit) => ({ file, ...edit })),
          })),
        }),
  };
}
