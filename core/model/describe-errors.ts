import { patterns, projectLimits } from '../contracts/schemas/json-schema.ts';
import { nearNames } from '../text/near-names.ts';
import { formatPath, type Path } from '../text/path.ts';
import { describeWrongType } from './describe-wrong-type.ts';
import { listed, nameValue } from './name-value.ts';
import { nearChoice, sameMeaning } from './same-meaning.ts';
import { suggestType } from './suggest-type.ts';
import type { SchemaError } from './validators.ts';
import type { Violation } from './violation.ts';

/** Most violations told for one block: more say nothing new. */
export const mostViolations = 100;

/** Turns what `ajv` says into one violation for each mistake. `base` is the path of the value that was validated. */
export function describeErrors(
  errors: readonly SchemaError[] | null | undefined,
  base: Path,
): readonly Violation[] {
  const found = new Map<string, Violation>();
  const misspelt = new Set<string>();
  for (const error of errors ?? []) {
    const violation = describeError(error, base);
    if (violation?.code !== 'unknown-key' || violation.meant?.kind !== 'text') continue;
    misspelt.add(`${error.instancePath}/${violation.meant.text}`);
  }
  for (const error of errors ?? []) {
    const violation = describeError(error, base);
    if (violation === null) continue;
    const { missingProperty } = error.params as { readonly missingProperty?: string };
    if (error.keyword === 'required' && misspelt.has(`${error.instancePath}/${missingProperty}`)) continue;
    const key = `${violation.part}:${formatPath(violation.path)}`;
    if (!found.has(key)) found.set(key, violation);
    if (found.size === mostViolations) break;
  }
  return [...found.values()];
}

function describeError(error: SchemaError, base: Path): Violation | null {
  const path = [...base, ...pointerPath(error.instancePath)];
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.propertyName !== undefined || error.keyword === 'if') return null;
  const name = path.length === 0 ? 'The file' : `\`${formatPath(path)}\``;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, path, String(params['additionalProperty']));
    case 'propertyNames':
      return invalidName(path, String(params['propertyName']));
    case 'required': {
      const message = `${name} has no \`${String(params['missingProperty'])}\`; add it.`;
      return { code: 'missing-key', path, part: 'key', message };
    }
    case 'type':
      return describeWrongType(error, path, name);
    case 'enum':
      return notAllowed(error, path, name);
    case 'maxProperties': {
      const most = Number(params['limit']).toLocaleString('en-US');
      return {
        code: 'too-many-entries',
        path,
        part: 'key',
        message: `${name} has more than ${most} entries; split it.`,
      };
    }
    default:
      return invalidValue(error, path, name);
  }
}

function unknownKey(error: SchemaError, parent: Path, key: string): Violation {
  const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
  const near = nearNames(key, known)[0] ?? sameMeaning(key, known);
  const where = parent.length === 0 ? 'this file' : `\`${formatPath(parent)}\``;
  const rest =
    near === undefined ? `; use one of ${listed(known)}, or remove it.` : `; did you mean \`${near}\`?`;
  const path = [...parent, key];
  const message = `Key \`${key}\` means nothing in ${where}${rest}`;
  return {
    code: 'unknown-key',
    path,
    part: 'key',
    message,
    ...(near === undefined ? {} : { meant: { kind: 'text', text: near } }),
  };
}

function invalidName(parent: Path, name: string): Violation {
  const what =
    name.length > projectLimits.nameLength
      ? `is longer than ${projectLimits.nameLength} characters`
      : 'is not a name';
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const message = `\`${shown}\` ${what}; use letters A to Z, digits and _, and no digit first.`;
  return { code: 'invalid-name', path: [...parent, name], part: 'key', message };
}

function notAllowed(error: SchemaError, path: Path, name: string): Violation {
  const allowed = (error.params as { allowedValues: readonly unknown[] }).allowedValues;
  const texts = [...new Set(allowed.filter((value) => value !== null).map(String))];
  const near = typeof error.data === 'string' ? nearChoice(error.data, texts) : undefined;
  const message = `${name} must be ${listed(texts, 'or')}, not ${nameValue(error.data)}.`;
  const meant: Pick<Violation, 'meant'> =
    near === undefined || near === 'null' ? {} : { meant: { kind: 'text', text: near } };
  return { code: 'invalid-value', path, part: 'value', message, ...meant };
}

function invalidValue(error: SchemaError, path: Path, name: string): Violation {
  const params = error.params as Readonly<Record<string, unknown>>;
  const violation = (demand: string): Violation => {
    return { code: 'invalid-value', path, part: 'value', message: `${name} ${demand}.` };
  };
  switch (error.keyword) {
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
      if (path.at(-1) === 'max_bad' && Number(error.data) > 1 && Number(error.data) <= 100) {
        const yaml = `${String(error.data)} %`;
        const message = `${name} is a share of the records; write \`${yaml}\`, or a number from 0 to 1.`;
        return { ...violation(''), message, meant: { kind: 'yaml', yaml } };
      }
      return violation(
        `must be ${String(params['comparison'])} ${String(params['limit'])}, not ${nameValue(error.data)}`,
      );
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return violation('must not be empty; give it a value or remove it');
    case 'maxLength':
      return violation(
        `must have at most ${String(params['limit'])} character${params['limit'] === 1 ? '' : 's'}`,
      );
    case 'uniqueItems':
      return { ...violation('names the same thing twice; remove one'), path: [...path, Number(params['i'])] };
    case 'pattern':
      return wrongPattern(error, path, name);
    default:
      return violation(
        `is not what is expected here (${error.message ?? error.keyword}); see the documentation of the key`,
      );
  }
}

function wrongPattern(error: SchemaError, path: Path, name: string): Violation {
  const text = String(error.data);
  const base = { code: 'invalid-value', path, part: 'value' } as const;
  switch ((error.params as { pattern: string }).pattern) {
    case patterns.columnType: {
      const near = suggestType(text);
      const types = 'string, int, bigint, double, boolean, date, timestamp or decimal(precision,scale)';
      const end = near === null ? `; use ${types}.` : `; did you mean \`${near}\`?`;
      const message = `Type ${nameValue(text).replace('the text ', '')} is not known${end}`;
      return { ...base, message, ...(near === null ? {} : { meant: { kind: 'text', text: near } }) };
    }
    case patterns.reference: {
      const near = suggestReference(text, path);
      const message = `${name} must be written \`<dataset>.<column>\`${near === null ? `, not ${nameValue(text)}.` : `; did you mean \`${near}\`?`}`;
      return { ...base, message, ...(near === null ? {} : { meant: { kind: 'text', text: near } }) };
    }
    case patterns.percent:
      return {
        ...base,
        message: `${name} must be a number from 0 to 1 or a percentage such as \`5 %\`, not ${nameValue(text)}.`,
      };
    case patterns.name: {
      const message = `${name} must be a name of letters A to Z, digits and _, without a digit first, not ${nameValue(text)}.`;
      return { ...base, code: 'invalid-name', message };
    }
    default:
      return { ...base, message: `${name} is not written as it must be; see the documentation of the key.` };
  }
}

/** `patients(patient_id)`, `billing.patients.patient_id`, and `patients` alone, in which a column of the same name is meant. */
function suggestReference(text: string, path: Path): string | null {
  const [dataset, column] = text
    .trim()
    .split(/[^A-Za-z0-9_]+/)
    .filter((name) => name !== '')
    .slice(-2);
  const own = path.findLast((step) => typeof step === 'string' && step !== 'references' && step !== 'to');
  const near = `${dataset}.${column ?? String(own)}`;
  return new RegExp(patterns.reference).test(near) ? near : null;
}

/** Keys and indexes of a JSON pointer: `/checks/0/name`. */
function pointerPath(pointer: string): Path {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^(?:0|[1-9][0-9]*)$/.test(step) ? Number(step) : step));
}
