// The language client's packages as modules that a bundler can take apart. They ship as CommonJS, of which a bundle carries
// everything: features that no server of ours offers, protocols that nobody speaks, a second glob library.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const packages =
  /[\\/]node_modules[\\/](?:vscode-languageclient|vscode-languageserver-protocol|vscode-languageserver-types|vscode-jsonrpc)[\\/]lib[\\/].*\.js$/;

/** Features of the client that the server answers, or that keep it informed; the rest are left out of the bundle. */
const keptFeatures = new Set([
  'ConfigurationFeature',
  'SyncConfigurationFeature',
  'DidSaveTextDocumentFeature',
  'DidCloseTextDocumentFeature',
  'FileSystemWatcherFeature',
  'WorkspaceFoldersFeature',
  'ProgressFeature',
  'CompletionItemFeature',
  'HoverFeature',
  'DefinitionFeature',
  'ReferencesFeature',
  'DocumentSymbolFeature',
  'WorkspaceSymbolFeature',
  'CodeActionFeature',
  'CodeLensFeature',
  'DocumentFormattingFeature',
  'RenameFeature',
  'DocumentLinkFeature',
  'FoldingRangeFeature',
  'SelectionRangeFeature',
  'InlayHintsFeature',
]);

/** All that is asked of notebooks by what is kept: whether a document is a cell of one. */
const notebook = "export class NotebookDocumentSyncFeature { static CellScheme = 'vscode-notebook-cell'; }";

/** One file that TypeScript compiled to CommonJS, or to a module, as a module whose unused parts may go. Throws for what it cannot read. */
export function toShakenModule(text, file) {
  const exported = new Map();
  const paths = new Map();
  const shaken = text
    .replace(/^"use strict";$/m, '')
    .replace(/^var __\w+ = \(this && this\.__\w+\)[\s\S]*?^\}.*;\n/gm, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);$/m, '')
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, 'export * from "$1";')
    .replace(
      /^(?:const|var) (\w+) = (?:__import(?:Star|Default)\()?require\("([^"]+)"\)\)?;$/gm,
      (_, name, path) => {
        paths.set(name, path);
        const what = path.startsWith('semver/') ? name : `* as ${name}`;
        return `import ${what} from "${path}";`;
      },
    )
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (_, name, from, original) => `export { ${original} as ${name} } from "${paths.get(from)}";`,
    )
    // A namespace fills an object and does nothing else: it may go when nobody asks for the object.
    .replace(
      /^(export )?var (\w+);\n(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?\(function \(\2\) \{\n([\s\S]*?)\n\}\)\(\2 \|\| \((exports\.\2 = )?\2 = \{\}\)\);$/gm,
      (_, isModule, name, body, isExported) => {
        if (isExported !== undefined) exported.set(name, name);
        return `${isModule ?? ''}var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}\nreturn ${name};\n})({});`;
      },
    )
    // Who may send a message, and by which capability: said for generators of documentation.
    .replace(/^ {4}\w+\.(?:messageDirection|capabilities) = .*;$\n/gm, '')
    .replace(/\|\| \(exports\.(\w+) = (\1) = \{\}\)\);$/gm, (_, name) => {
      exported.set(name, name);
      return `|| (${name} = {}));`;
    })
    .replace(/^exports\.(\w+) = ([A-Za-z_]\w*);$/gm, (_, name, local) => {
      exported.set(name, local);
      return '';
    })
    .replace(/^exports\.(\w+) = /gm, (_, name) => {
      exported.set(name, name);
      return `const ${name} = `;
    })
    .replace(/\bexports\.(\w+)\b/g, (_, name) => exported.get(name) ?? name);
  const rest = /\bexports\b.*|\brequire\(.*/.exec(shaken);
  if (rest !== null) throw new Error(`${file} is not written as expected: ${rest[0]}`);
  const names = [...exported].map(([name, local]) => (name === local ? name : `${local} as ${name}`));
  return names.length === 0 ? shaken : `${shaken}\nexport { ${names.join(', ')} };\n`;
}

/** The client without the registration of features that are not kept. Throws when one that is kept is not there. */
export function withoutFeatures(text) {
  const missing = new Set(keptFeatures);
  const kept = text.replace(/^ *this\.registerFeature\(new \w+\.(\w+)\(.*\)\);\n/gm, (line, name) =>
    missing.delete(name) ? line : '',
  );
  if (missing.size > 0) throw new Error(`the language client has no ${[...missing].join(', ')} to keep`);
  return kept;
}

/** For esbuild. */
export const shakeLanguageClient = {
  name: 'shake-language-client',
  setup(build) {
    // Used by what is left out alone, which they do not say of themselves.
    build.onResolve(
      { filter: /^(?:minimatch|semver\/.*|vscode-languageserver-textdocument)$/ },
      async ({ path, ...from }) => {
        if (from.pluginData === 'again') return null;
        const found = await build.resolve(path, { ...from, pluginData: 'again' });
        return { ...found, sideEffects: false };
      },
    );
    build.onLoad({ filter: packages }, async ({ path }) => {
      const name = basename(path);
      if (name === 'notebook.js') return { contents: notebook, loader: 'js' };
      const text = await readFile(path, 'utf8');
      return {
        contents: toShakenModule(name === 'client.js' ? withoutFeatures(text) : text, path),
        loader: 'js',
      };
    });
  },
};
