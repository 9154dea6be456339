import { type Content, element } from './element.ts';

/** A sentence with what stands between backticks as code. */
export function prose(text: string): readonly Content[] {
  return text.split(/(`[^`]+`)/).map((part) => {
    const isCode = part.length > 2 && part.startsWith('`') && part.endsWith('`');
    return isCode ? element('code', {}, part.slice(1, -1)) : part;
  });
}
