import { visibleText } from '../../core/report/visible-text.ts';

/** Content of an element. A string becomes a text node with control characters written out: never markup. */
export type Content = Node | string | null | readonly Content[];

/** The attributes that pages set. None of them can load, run or style anything. */
export interface Attributes {
  readonly class?: string;
  readonly id?: string;
  readonly title?: string;
  readonly role?: string;
  readonly scope?: 'col' | 'row';
  readonly type?: 'button' | 'search';
  readonly placeholder?: string;
  readonly tabindex?: number;
  readonly colspan?: number;
  readonly 'aria-label'?: string;
  readonly 'aria-hidden'?: 'true';
  readonly 'aria-live'?: 'polite';
  readonly 'aria-rowcount'?: number;
  readonly 'aria-colcount'?: number;
  readonly 'aria-rowindex'?: number;
}

/** Makes an HTML element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, visibleText(String(value)));
  append(made, content);
  return made;
}

/** Fills a node with text, elements and lists of them. */
export function append(into: Node, content: readonly Content[]): void {
  for (const part of content) {
    if (part === null) continue;
    if (typeof part === 'string') into.appendChild(document.createTextNode(visibleText(part)));
    else if (part instanceof Node) into.appendChild(part);
    else append(into, part);
  }
}

const namespace = 'http://www.w3.org/2000/svg';

/** Makes an SVG element; `tip` is shown when the pointer rests on it. */
export function shape(
  tag: 'svg' | 'rect' | 'g' | 'line' | 'path' | 'circle',
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly (SVGElement | null)[]
): SVGElement {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, visibleText(String(value)));
  made.append(...content.filter((part) => part !== null));
  return made;
}

/** The text that shows when the pointer rests on a shape. */
export function tip(text: string): SVGElement {
  const made = document.createElementNS(namespace, 'title');
  made.textContent = visibleText(text);
  return made;
}
