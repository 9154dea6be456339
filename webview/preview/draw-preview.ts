import { formatAmount, formatCount } from '../../core/report/amounts.ts';
import { element } from '../dom/element.ts';
import type { PreviewMessage } from '../messages.ts';
import { createGrid, type Grid } from './create-grid.ts';

export interface DrawnPreview {
  readonly content: DocumentFragment;
  /** null for a table without rows. */
  readonly grid: Grid | null;
}

/** Rows of a table with what is asked of them above: a filter, and another look. */
export function drawPreview(message: PreviewMessage, refresh: () => void): DrawnPreview {
  const { dataset, table, rows } = message;
  const content = document.createDocumentFragment();
  const grid = rows.length === 0 ? null : createGrid(message);
  const told = element('span', { class: 'muted', 'aria-live': 'polite' }, countText(message, rows.length));
  const again = element('button', { type: 'button', class: 'action' }, 'Refresh');
  again.addEventListener('click', refresh);
  const filter = element('input', {
    type: 'search',
    placeholder: 'Filter these rows',
    'aria-label': 'Show only rows with this text in some column',
  });
  filter.addEventListener('input', () => {
    const left = grid?.filter(filter.value) ?? 0;
    told.textContent = countText(message, left);
  });
  const title = table === 'target' ? dataset : `${dataset}: ${table}`;
  const space = element('span', { class: 'rest' });
  const tools = grid === null ? [space, again] : [space, filter, again];
  content.append(
    element('div', { class: 'bar' }, element('h1', {}, title), told, tools),
    grid?.scroller ?? element('p', { class: 'empty' }, emptyText(message)),
  );
  return { content, grid };
}

function countText({ rows, limit }: PreviewMessage, left: number): string {
  if (rows.length === 0) return '';
  const all =
    rows.length >= limit ? `the first ${formatCount(rows.length)} rows` : formatAmount(rows.length, 'row');
  return left === rows.length ? all : `${formatCount(left)} of ${all}`;
}

function emptyText({ dataset, table }: PreviewMessage): string {
  if (table === 'quarantine') return `No record of ${dataset} is in quarantine.`;
  return `${dataset} has no row${table === 'stage' ? ' in its staging table' : ''}.`;
}
