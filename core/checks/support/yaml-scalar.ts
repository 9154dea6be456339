/** A string as a YAML scalar that reads back as that string: plain where that is safe, else in single quotes. */
export function yamlScalar(text: string): string {
  const isPlain =
    /^[A-Za-z_][A-Za-z0-9_./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : quotedScalar(text);
}

/** A string as a quoted YAML scalar. */
export function quotedScalar(text: string): string {
  return /[\n\r\t\0]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
