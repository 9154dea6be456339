import { k } from '../lexer/keywords.ts';

/** Whether a token can begin a query. */
export function isQueryStart(code: number): boolean {
  switch (code) {
    case k.SELECT:
    case k.WITH:
    case k.FROM:
    case k.TABLE:
    case k.VALUES:
    case k.MAP:
    case k.REDUCE:
      return true;
    default:
      return false;
  }
}
