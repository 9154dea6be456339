import { DocumentLink, type DocumentLinkProvider, Range, Uri } from 'vscode';
import { readPlan } from '../runs/read-plan.ts';
import type { RunStore } from '../runs/run-store.ts';
import { readLogUri } from './log-uri.ts';

/** Links from the rules that a log names to the lines that asked for them. */
export function logLinks(store: RunStore): DocumentLinkProvider {
  return {
    async provideDocumentLinks(document) {
      const name = readLogUri(document.uri);
      if (name === null) return [];
      const plan = await readPlan(name.root, name.runId);
      const lines = store.find(name.root, name.runId)?.record.originLines ?? {};
      const rules = new Map((plan?.rules ?? []).map((rule) => [rule.id, rule]));
      const links: DocumentLink[] = [];
      for (let at = 0; at < document.lineCount; at += 1) {
        const found = /^(\S+ {2}rule )(\S+?): /.exec(document.lineAt(at).text);
        const [, before = '', id = ''] = found ?? [];
        const rule = rules.get(id);
        if (rule === undefined) continue;
        const target = Uri.joinPath(Uri.file(name.root), rule.origin.file);
        const line = lines[id] ?? null;
        const link = new DocumentLink(
          new Range(at, before.length, at, before.length + id.length),
          line === null ? target : target.with({ fragment: `L${line}` }),
        );
        link.tooltip = 'Open the line that asked for it';
        links.push(link);
      }
      return links;
    },
  };
}
