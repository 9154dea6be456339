// Writes the codes of the SQL parser as numbers where bundles are built: `k.SELECT` is a look-up at every comparison otherwise,
// and two thousand names in the bundle.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './deps.mjs';

const sql = join(root, 'core/syntax/sql');

/** The tables of codes, out of the TypeScript sources. */
async function loadCodes() {
  const { build } = await import('esbuild');
  const contents = [
    "export { k } from './lexer/keywords.ts';",
    "export { s, t } from './lexer/token-codes.ts';",
    "export { choice } from './parser/choose.ts';",
    "export { form } from './parser/open-forms.ts';",
  ].join('');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: sql, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Tables of codes that a file imports under their own names. */
function importedTables(text) {
  const names = new Set();
  for (const [, list] of text.matchAll(
    /import \{([^}]*)\} from '[^']*\/(?:keywords|token-codes|choose|open-forms)\.ts'/g,
  )) {
    for (const name of list.split(','))
      if (/^(?:[kst]|choice|form)$/.test(name.trim())) names.add(name.trim());
  }
  return names;
}

/** The text with codes in the place of their names; a name without a code is left, and the type checker has told of it. */
export function inlineCodes(text, codes) {
  const tables = importedTables(text);
  return text.replace(
    /(?<![.\w$])([kst]|choice|form)(?:\.([A-Za-z_]+)|\['([^']+)'\])/g,
    (whole, table, word, sign) => {
      const code = tables.has(table) ? codes[table][word ?? sign] : undefined;
      return code === undefined ? whole : String(code);
    },
  );
}

export const inlineTokenCodes = {
  name: 'inline-token-codes',
  setup(build) {
    let codes;
    build.onLoad(
      { filter: /[\\/]core[\\/](syntax[\\/]sql|checks[\\/]sql|features)[\\/].*\.ts$/ },
      async ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (importedTables(text).size === 0) return undefined;
        codes ??= await loadCodes();
        return { contents: inlineCodes(text, codes), loader: 'ts' };
      },
    );
  },
};
