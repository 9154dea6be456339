import { type Content, element } from '../dom/element.ts';
import type { PreviewMessage } from '../messages.ts';
import { type ColumnShape, shapeColumns } from './shape-columns.ts';

export interface Grid {
  /** Put it into the page, then call `draw`. */
  readonly scroller: HTMLElement;
  draw(): void;
  /** Keeps rows with this text in some column, without regard to case; returns how many. */
  filter(text: string): number;
}

/** Of a row, with its border, in CSS pixels: what `preview.css` sets. */
const rowHeight = 24;
/** Rows that are drawn above and below what can be seen. */
const margin = 12;

interface Row {
  readonly at: number;
  readonly values: readonly (string | null)[];
}

/**
 * A grid that holds only the rows that can be seen, between two empty rows as high as what is left out. Widths are set
 * beforehand, so that columns stand still while the rows go by.
 */
export function createGrid(message: PreviewMessage): Grid {
  const { columns, rows, masked = [] } = message;
  const shapes = shapeColumns(columns, rows, new Set(masked));
  const everyRow: readonly Row[] = rows.map((values, at) => ({ at, values }));
  const body = element('tbody', {});
  const table = element(
    'table',
    { role: 'grid', 'aria-label': message.dataset, 'aria-rowcount': rows.length + 1 },
    columnWidths(shapes, String(rows.length).length + 3),
    element('thead', {}, headRow(shapes)),
    body,
  );
  const scroller = element('div', { class: 'grid', tabindex: 0 }, table);
  let shown = everyRow;
  let first = -1;
  let last = -1;

  const draw = () => {
    const from = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - margin);
    const to = Math.min(
      shown.length,
      Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + margin,
    );
    if (from === first && to === last) return;
    first = from;
    last = to;
    body.replaceChildren(
      space(from, shapes.length),
      ...shown.slice(from, to).map((row) => drawRow(row, shapes)),
      space(shown.length - to, shapes.length),
    );
  };
  scroller.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(scroller);
  return {
    scroller,
    draw,
    filter(text) {
      const wanted = text.toLowerCase();
      shown =
        wanted === ''
          ? everyRow
          : everyRow.filter(({ values }) => values.some((value) => value?.toLowerCase().includes(wanted)));
      first = -1;
      scroller.scrollTop = 0;
      draw();
      return shown.length;
    },
  };
}

function columnWidths(shapes: readonly ColumnShape[], digits: number): HTMLElement {
  const widths = [digits, ...shapes.map(({ characters }) => characters)];
  const made = widths.map((characters) => {
    const column = element('col', {});
    // By the object model: a `style` attribute is what the page's policy forbids.
    column.style.width = `calc(${characters}ch + 21px)`;
    return column;
  });
  return element('colgroup', {}, made);
}

function headRow(shapes: readonly ColumnShape[]): HTMLElement {
  const heads = shapes.map(({ name, isNumeric, isMasked }) =>
    element(
      'th',
      {
        scope: 'col',
        class: isNumeric ? 'number' : '',
        title: isMasked ? `${name}: masked, its clear values are in no table` : name,
      },
      name,
      isMasked ? [' ', element('span', { class: 'mark' }, 'masked')] : null,
    ),
  );
  return element(
    'tr',
    { 'aria-rowindex': 1 },
    element('th', { scope: 'col', class: 'place', 'aria-label': 'Row' }),
    heads,
  );
}

function drawRow({ at, values }: Row, shapes: readonly ColumnShape[]): HTMLElement {
  const cells = shapes.map(({ isNumeric, isMasked }, column) => {
    const value = values[column] ?? null;
    const kinds = [
      isNumeric && 'number',
      isMasked && 'masked',
      value === null && 'null',
      value === '' && 'blank',
    ];
    const attributes = { class: kinds.filter((kind) => kind !== false).join(' '), title: value ?? 'NULL' };
    return element('td', attributes, cellText(value));
  });
  return element(
    'tr',
    { 'aria-rowindex': at + 2 },
    element('th', { class: 'place', scope: 'row' }, String(at + 1)),
    cells,
  );
}

/** NULL and a text without characters look different from any text. */
function cellText(value: string | null): Content {
  if (value === null) return 'NULL';
  return value === '' ? 'blank' : value;
}

function space(rows: number, columns: number): HTMLElement {
  const cell = element('td', { colspan: columns + 1 });
  cell.style.height = `${rows * rowHeight}px`;
  const row = element('tr', { class: 'space', 'aria-hidden': 'true' }, cell);
  row.hidden = rows === 0;
  return row;
}
