import type { SqlDialect } from '../syntax/sql/dialect.ts';
import { parseScriptSteps, type SqlStatement, type StatementCache } from '../syntax/sql/parse-script.ts';
import type { Steps } from '../text/drain.ts';
import type { SourceText } from '../text/parted-text.ts';

/** One file of `sql_scripts/`: its statements as the project's Spark reads them. */
export interface ScriptDocument {
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly source: SourceText;
  readonly text: string;
  readonly dialect: SqlDialect;
  readonly statements: readonly SqlStatement[];
}

/** What reading the same script again need not do again. */
export interface KeptScript {
  readonly document: ScriptDocument;
  readonly statements: StatementCache;
}

/**
 * The scripts of a project, by file. One whose text and dialect are the same as last time is the identical object; of the others
 * only the statements that changed are read.
 */
export function* readScripts(
  sources: Readonly<Record<string, SourceText>>,
  dialect: SqlDialect,
  before: ReadonlyMap<string, KeptScript>,
): Steps<ReadonlyMap<string, KeptScript>> {
  const kept = new Map<string, KeptScript>();
  for (const file of Object.keys(sources).sort()) {
    kept.set(file, yield* readScript({ file, source: sources[file] ?? '', dialect }, before.get(file)));
  }
  return kept;
}

type Given = Pick<ScriptDocument, 'file' | 'source' | 'dialect'>;

function* readScript(given: Given, before: KeptScript | undefined): Steps<KeptScript> {
  const { file, source, dialect } = given;
  const known = before !== undefined && isSameDialect(before.document.dialect, dialect) ? before : null;
  if (known?.document.source === source) return known;
  const cache: StatementCache = known?.statements ?? new Map();
  const { statements } = yield* parseScriptSteps(source.toString(), dialect, cache);
  yield;
  const document: ScriptDocument = {
    file,
    source,
    dialect,
    statements,
    get text() {
      return source.toString();
    },
  };
  return { document, statements: cache };
}

function isSameDialect(one: SqlDialect, other: SqlDialect): boolean {
  return one.version === other.version && one.ansi === other.ansi;
}
