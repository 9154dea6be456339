/** Bounds of a YAML text, far above any real project and low enough that hostile text costs seconds at most. */
export const yamlLimits = {
  /** Length of a file in UTF-16 code units. */
  fileLength: 16 * 1024 * 1024,
  /** Levels of nesting; the parser underneath is recursive. */
  nesting: 100,
  /** Values that aliases (`*name`) and merge keys may add to a file by repetition. */
  aliasNodes: 100_000,
  /** Changes of a broken block that are tried out, and how many characters are parsed for it: it is on the way of a keystroke. */
  mendTrials: 16,
  mendLength: 32 * 1024,
  /** Syntax errors of a block that are told of. */
  mends: 8,
  /** Problems named for each block. */
  problems: 100,
} as const;
