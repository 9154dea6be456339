import { checkProjectSteps, loadingFindings } from '../core/checks/check-project.ts';
import type { SourceFacts } from '../core/checks/facts.ts';
import { createCheckCache } from '../core/checks/support/check-cache.ts';
import type { Finding } from '../core/contracts/finding.ts';
import type { ProjectView } from '../core/features/project-view.ts';
import { loadProjectSteps } from '../core/model/load-project.ts';
import { configFile, type Project, schemaFile } from '../core/model/project.ts';
import type { ProjectCache } from '../core/model/project-cache.ts';
import type { Steps } from '../core/text/drain.ts';
import type { PartedText } from '../core/text/parted-text.ts';
import type { HostFile } from './host.ts';
import { createPartedDocument, type PartedDocument } from './parted-document.ts';
import { fileUri } from './uris.ts';

/** What the server knows of a project at one moment. */
export interface Analysis {
  readonly project: Project;
  readonly view: ProjectView;
  readonly findings: readonly Finding[];
}

export interface AnalysisOptions {
  readonly environment: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** The texts of one project, open ones before those on disk, and what follows from them. */
export interface ProjectSession {
  /** URI of the folder. */
  readonly root: string;
  /** Files of the project by path; `conf/config.yaml`, `schema/tables_schema.yaml` and the scripts that exist. */
  document(path: string): PartedDocument | null;
  paths(): readonly string[];
  uriOf(path: string): string;
  /** Stamp of the text that was last read from disk; null when no file was there. */
  stampOf(path: string): string | null;
  setDisk(path: string, file: HostFile | null): void;
  open(path: string, document: PartedDocument): void;
  close(path: string): void;
  isOpen(path: string): boolean;
  setFacts(dataset: string, facts: SourceFacts | null): void;
  setOptions(options: AnalysisOptions): void;
  /** Says that an open document has another text now. */
  touch(): void;
  isDirty(): boolean;
  /** Both YAML files exist. */
  isProject(): boolean;
  /**
   * Loads and checks what has changed since the last time, of the texts as they are now; null while the folder is no
   * project. `onLoaded` is told of the mistakes that loading finds, before the checks.
   */
  analyse(onLoaded?: (findings: readonly Finding[]) => void): Steps<Analysis | null>;
  /** What the last finished analysis gave. */
  analysis(): Analysis | null;
}

interface DiskFile {
  readonly stamp: string;
  readonly document: PartedDocument;
}

export function createProjectSession(
  root: string,
  cache: ProjectCache,
  initial: AnalysisOptions,
): ProjectSession {
  const disk = new Map<string, DiskFile>();
  const opened = new Map<string, PartedDocument>();
  const facts = new Map<string, SourceFacts>();
  const checked = createCheckCache();
  let options = initial;
  let isDirty = true;
  let analysis: Analysis | null = null;

  const document = (path: string): PartedDocument | null =>
    opened.get(path) ?? disk.get(path)?.document ?? null;
  const isProject = (): boolean => document(configFile) !== null && document(schemaFile) !== null;
  const paths = (): readonly string[] => [...new Set([...disk.keys(), ...opened.keys()])].sort();

  function textsOf(isWanted: (path: string) => boolean): Readonly<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const path of paths().filter(isWanted)) {
      const source = document(path)?.source();
      // Most questions are answered without the whole text of a file.
      Object.defineProperty(texts, path, { enumerable: true, get: () => source?.toString() ?? '' });
    }
    return texts;
  }

  function sourcesOf(): Readonly<Record<string, PartedText>> {
    const scripts = paths().filter((path) => path.endsWith('.sql'));
    const sources = scripts.map((path) => [path, document(path)?.source()] as const);
    return Object.fromEntries(
      sources.flatMap(([path, source]) => (source === undefined ? [] : [[path, source]])),
    );
  }

  function* analyseAll(onLoaded: (findings: readonly Finding[]) => void): Steps<Analysis> {
    const { environment, variables } = options;
    const config = document(configFile)?.source() ?? null;
    const schema = document(schemaFile)?.source() ?? null;
    const isYaml = (path: string): boolean => path.endsWith('.yaml');
    const documents = textsOf(isYaml);
    const scripts = textsOf((path) => !isYaml(path));
    const known = { sources: Object.fromEntries(facts) };
    const project = yield* loadProjectSteps(
      { config, schema, scripts: sourcesOf() },
      { cache, variables, ...(environment !== null && { environment }) },
    );
    onLoaded(loadingFindings(project));
    yield;
    const findings = yield* checkProjectSteps(project, known, checked);
    return { project, view: { project, documents, scripts, facts: known }, findings };
  }

  return {
    root,
    document,
    paths,
    isProject,
    uriOf: (path) => document(path)?.uri ?? fileUri(root, path),
    stampOf: (path) => disk.get(path)?.stamp ?? null,
    setDisk(path, file) {
      if (file === null) disk.delete(path);
      else {
        const text = createPartedDocument({
          uri: fileUri(root, path),
          languageId: 'yaml',
          version: 0,
          text: file.text,
        });
        disk.set(path, { stamp: file.stamp, document: text });
      }
      if (!opened.has(path)) isDirty = true;
    },
    open(path, text) {
      const before = document(path);
      opened.set(path, text);
      if (before?.getText() === text.getText()) text.share(before.source());
      else isDirty = true;
    },
    close(path) {
      const text = opened.get(path)?.getText();
      opened.delete(path);
      if (text !== disk.get(path)?.document.getText()) isDirty = true;
    },
    isOpen: (path) => opened.has(path),
    setFacts(dataset, found) {
      if (found === null ? !facts.has(dataset) : facts.get(dataset) === found) return;
      if (found === null) facts.delete(dataset);
      else facts.set(dataset, found);
      isDirty = true;
    },
    setOptions(wanted) {
      if (wanted.environment === options.environment) return;
      options = wanted;
      isDirty = true;
    },
    touch() {
      isDirty = true;
    },
    isDirty: () => isDirty,
    *analyse(onLoaded = () => {}) {
      if (!isDirty) return analysis;
      isDirty = false;
      analysis = isProject() ? yield* analyseAll(onLoaded) : null;
      return analysis;
    },
    analysis: () => analysis,
  };
}
