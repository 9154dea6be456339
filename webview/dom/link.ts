import { element } from './element.ts';

/** Something that opens when it is clicked. A button: it leads nowhere by itself, and keys reach it. */
export function link(text: string, title: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'link', title }, text);
  made.addEventListener('click', onClick);
  return made;
}
