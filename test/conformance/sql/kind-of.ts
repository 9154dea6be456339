const openings: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^(SELECT|WITH|FROM|TABLE|VALUES|MAP|REDUCE|\()/, 'query'],
  [/^MERGE/, 'merge'],
  [/^(INSERT|REPLACE INTO)/, 'insert'],
  [/^(UPDATE|DELETE)/, 'update-delete'],
  [/^(UN)?CACHE|^CLEAR CACHE/, 'cache'],
  [/^(CREATE( OR REPLACE)?|REPLACE)( EXTERNAL)? TABLE/, 'create-table'],
  [/^CREATE( OR REPLACE)?( GLOBAL)?( TEMP| TEMPORARY)? VIEW/, 'create-view'],
  [/^CREATE( OR REPLACE)?( TEMPORARY)? FUNCTION/, 'create-function'],
  [/^(CREATE|DROP|ALTER|USE) ?(DATABASE|SCHEMA|NAMESPACE)?/, 'ddl'],
  [/^(DESC|DESCRIBE) /, 'describe'],
  [/^SHOW/, 'show'],
  [/^ANALYZE/, 'analyze'],
  [/^(SET|RESET)/, 'set'],
  [/^(BEGIN)/, 'script'],
  [/^(DECLARE|EXECUTE)/, 'variable'],
];

/** A statement's kind by its first words, read apart from the parser under test. */
export function kindOf(text: string): string {
  const start = text
    .replaceAll(/--[^\n]*(\n|$)|\/\*(?!\+)[\s\S]*?\*\//g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toUpperCase();
  if (start.includes('|>')) return 'pipe';
  return openings.find(([pattern]) => pattern.test(start))?.[1] ?? 'other';
}
