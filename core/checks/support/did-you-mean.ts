import { nearNames } from '../../text/near-names.ts';

/** The candidate that a mistyped name most likely means; null when none is near. */
export function nearName(name: string, candidates: Iterable<string>): string | null {
  return nearNames(name, candidates)[0] ?? null;
}

/** The end of a message that offers a near name: `; did you mean `order_id`?`, else what to do instead. */
export function orElse(near: string | null, otherwise: string): string {
  return near === null ? `; ${otherwise}.` : `; did you mean \`${near}\`?`;
}
