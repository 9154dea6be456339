import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { type Completion, type CompletionKind, complete } from '../../core/features/complete.ts';
import { type Asked, placeOf } from '../asked.ts';
import { toRange } from '../positions.ts';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  type: CompletionItemKind.TypeParameter,
  column: CompletionItemKind.Field,
  dataset: CompletionItemKind.Class,
  environment: CompletionItemKind.Module,
  variable: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
};

export function completion(asked: Asked<CompletionParams>): CompletionList {
  const found = complete(asked.view, placeOf(asked, asked.params.position));
  return { isIncomplete: false, items: found.map((item) => toItem(asked, item)) };
}

function toItem({ document, abilities }: Asked<CompletionParams>, item: Completion): CompletionItem {
  const { label, kind, detail, documentation, insertText, isSnippet, replaceRange, filterText, sortText } =
    item;
  const isPlain = isSnippet && !abilities.hasSnippets;
  return {
    label,
    kind: kinds[kind],
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: documentation },
    }),
    filterText,
    sortText,
    insertTextFormat: isSnippet && !isPlain ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(document, replaceRange), newText: isPlain ? label : insertText },
    ...(item.isContinued && abilities.commands.includes(suggest.command) && { command: suggest }),
  };
}

/** A command of VS Code and editors like it; a client that has it says so. */
const suggest = { title: 'Complete the value', command: 'editor.action.triggerSuggest' };
