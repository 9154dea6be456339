/** A string as a YAML scalar that reads back as that string: plain where that is safe, else in quotes. */
export function yamlScalar(text: string): string {
  const isPlain =
    /^[A-Za-z_](?:[\w./()-]|:(?=\S)| (?=[^\s#])|,(?=\S))*$/.test(text) &&
    !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) &&
    !/[\s:]$/.test(text);
  return isPlain ? text : quotedScalar(text);
}

/** A string as a quoted YAML scalar. */
export function quotedScalar(text: string): string {
  return /[\u0000-\u001f\u007f-\u009f]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

/** A value as YAML, on one line and fit for flow collections too. */
export function yamlValue(value: unknown): string {
  if (typeof value === 'string') return /[,[\]{}]/.test(value) ? quotedScalar(value) : yamlScalar(value);
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(', ')}]`;
  return JSON.stringify(value) ?? 'null';
}
