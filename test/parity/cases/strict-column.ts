import type { Random } from '../../../samples/random.ts';
import { anyText, fineText } from './values.ts';

/** What the schema file says of a column, and a maker of what files deliver in it. */
export interface RuledColumn {
  /** As it stands in the YAML. */
  readonly entry: Readonly<Record<string, unknown>>;
  text(random: Random): string;
}

/** Around everything that `fineText` gives. */
const limits: Readonly<Record<string, readonly [least: string | number, greatest: string | number]>> = {
  int: [-1, 100],
  bigint: [0, 1000],
  double: [-12.25, 100],
  decimal: [0, 100],
  date: ['1900-01-01', '2100-01-01'],
  timestamp: ['1900-01-01 00:00:00', '2100-01-01 00:00:00'],
};
/** Each is matched by everything that `fineText` gives. */
const patterns = ['[a-zA-Z0-9]+', '.{1,5}', '\\S+', '[A-Za-z][a-z0-9]*'];
/** Shares of texts that may be anything: a fatal one rejects a whole delivery. */
const wildShares = { strict: 0.03, fatal: 0.003 } as const;

/** A column with one rule, or two bounds, that sets records aside or rejects the delivery; most of its texts keep it. */
export function strictColumn(type: string, random: Random, temper: 'strict' | 'fatal'): RuledColumn {
  const base = type.startsWith('decimal') ? 'decimal' : type;
  const severity = temper === 'strict' ? 'quarantine' : 'error';
  const kind = random.pick(kindsOf(base));
  const wild = wildShares[temper];
  const build = (more: Readonly<Record<string, unknown>>, fine: (source: Random) => string): RuledColumn => ({
    entry: { type, ...more },
    text: (source) => (source.chance(wild) ? anyText(type, source) : fine(source)),
  });
  const fine = (source: Random) => fineText(type, source);
  // Texts that are no value of the type must not be what a column of another temper sets aside.
  const onCast = base === 'string' ? {} : { on_cast: kind === 'cast' ? severity : 'nullify' };
  switch (kind) {
    case 'cast':
      return build(onCast, fine);
    case 'required':
      return build({ ...onCast, required: true, severity: { required: severity } }, fine);
    case 'pattern':
      return build({ pattern: random.pick(patterns), severity: { pattern: severity } }, fine);
    case 'valid_vals': {
      const values = Array.from({ length: 4 }, () => fineText(type, random));
      const listed = base === 'string' ? values : values.map((value) => typedValue(base, value));
      return build(
        { ...onCast, valid_vals: [...new Set(listed)], severity: { valid_vals: severity } },
        (source) => source.pick(values),
      );
    }
    default: {
      const [least, greatest] = limits[base] ?? [0, 0];
      const rules = kind === 'min' ? { min: least } : { max: greatest };
      return build({ ...onCast, ...rules, severity: { [kind]: severity } }, fine);
    }
  }
}

function kindsOf(base: string): readonly string[] {
  if (base === 'string') return ['pattern', 'pattern', 'valid_vals', 'required'];
  if (base === 'boolean') return ['cast', 'required'];
  return ['cast', 'required', 'min', 'min', 'max', 'max', 'valid_vals'];
}

function typedValue(base: string, text: string): string | number {
  return base === 'date' || base === 'timestamp' ? text : Number(text);
}
