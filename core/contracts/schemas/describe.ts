import type { JsonSchema } from './json-schema.ts';

/** A property: its name as a title, one sentence, an example. The example tells its type where `type` does not. */
export function property(
  title: string,
  description: string,
  example: unknown,
  more: JsonSchema = {},
): JsonSchema {
  const isTyped = 'type' in more || 'enum' in more || 'const' in more || '$ref' in more;
  return { title, description, ...(isTyped ? {} : { type: typeOf(example) }), ...more, examples: [example] };
}

/** A closed object: every property is required save those in `optional`. */
export function closed(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', required, additionalProperties: false, properties };
}

function typeOf(example: unknown): string {
  if (Array.isArray(example)) return 'array';
  if (typeof example === 'number') return Number.isInteger(example) ? 'integer' : 'number';
  return typeof example;
}
