import type {
  CancellationToken,
  DocumentFormattingParams,
  ResponseError,
  TextEdit,
} from 'vscode-languageserver';
import { formatYamlSteps } from '../../core/features/format.ts';
import { type FormatSqlOptions, formatSqlSteps } from '../../core/features/format-sql.ts';
import type { Steps } from '../../core/text/drain.ts';
import type { Answering } from '../answering.ts';
import type { Asked } from '../asked.ts';
import { toRange } from '../positions.ts';

type Params = DocumentFormattingParams;

/** Answers for YAML at once; the formatter of SQL is loaded when it is first asked for. */
export function createFormatting({ aboutSteps }: Answering) {
  const yaml = aboutSteps(formatYamlFile);
  return async (params: Params, token: CancellationToken): Promise<TextEdit[] | ResponseError | null> => {
    if (!params.textDocument.uri.endsWith('.sql')) return yaml(params, token);
    const { formatStatement } = await import('../../core/features/format-sql/format-statement.ts');
    return aboutSteps((asked: Asked<Params>) => formatSqlFile(asked, formatStatement))(params, token);
  };
}

function* formatYamlFile({ path, document, params }: Asked<Params>): Steps<TextEdit[]> {
  const options = { file: path, indentSize: params.options.tabSize };
  const edits = yield* formatYamlSteps(document.getText(), options);
  yield;
  return edits.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
}

function* formatSqlFile(
  { path, document, params, view }: Asked<Params>,
  formatStatement: FormatSqlOptions['formatStatement'],
): Steps<TextEdit[]> {
  const script = view.project.scripts.find(({ file }) => file === path);
  if (script === undefined) return [];
  const { edits } = yield* formatSqlSteps(script, { formatStatement, indentSize: params.options.tabSize });
  yield;
  return edits.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
}
