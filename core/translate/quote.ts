import type { Dialect } from './dialect.ts';

/** An identifier, quoted so that any name is safe. */
export function quoteName(dialect: Dialect, name: string): string {
  return dialect === 'duckdb' ? `"${name.replaceAll('"', '""')}"` : `\`${name.replaceAll('`', '``')}\``;
}

/** A string literal, quoted so that any text is safe. */
export function quoteText(dialect: Dialect, text: string): string {
  return dialect === 'duckdb' ? quoteDuckdbText(text) : quoteSparkText(text);
}

function quoteDuckdbText(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  // DuckDB's parser ends a statement at NUL.
  return text.includes('\0') ? `(${quoted.replaceAll('\0', "' || chr(0) || '")})` : quoted;
}

const sparkEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

function quoteSparkText(text: string): string {
  const escaped = text.replace(/[\\'\n\r\t\0]/g, (character) => sparkEscapes[character] ?? character);
  // Spark substitutes `${…}` in the text of a statement before it parses it, inside literals too.
  return `'${escaped.replaceAll('${', '\\u0024{')}'`;
}
