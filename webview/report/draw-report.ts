import { type Content, element } from '../dom/element.ts';
import { prose } from '../dom/prose.ts';
import { table } from '../dom/table.ts';
import type { Place, ReportMessage } from '../messages.ts';
import { driftTable } from './drift-table.ts';
import { filesTable } from './files-table.ts';
import { header } from './header.ts';
import { malformedTable } from './malformed-table.ts';
import { findPlaces } from './places.ts';
import { records } from './records.ts';
import { rulesTable } from './rules-table.ts';
import { stages } from './stages.ts';
import { trend } from './trend.ts';

/** A run's report, the same as `pistevo report --format html` draws, with links. `open` shows a place in the editor. */
export function drawReport(message: ReportMessage, open: (place: Place) => void): DocumentFragment {
  const { report, history, origins } = message;
  const places = findPlaces(report, open);
  const drawn = document.createDocumentFragment();
  const parts = [
    header(report),
    section('Records', records(report)),
    section('Rules', rulesTable({ report, origins: origins ?? {}, places })),
    section('Not readable as records', malformedTable(report, places)),
    section('Past runs', trend(history, report.runId)),
    section('Stages', stages(report)),
    section('Files', filesTable(report, places)),
    section('Columns other than the schema’s', driftTable(report)),
    section('Warnings', warnings(report.warnings)),
    section('Where everything is', whereabouts(report.places)),
  ];
  for (const part of parts) if (part !== null) drawn.append(part);
  return drawn;
}

function section(title: string, content: Content): HTMLElement | null {
  return content === null ? null : element('section', {}, element('h2', {}, title), content);
}

function warnings(told: ReportMessage['report']['warnings']): Content {
  if (told.length === 0) return null;
  const items = told.map(({ code, message }) =>
    element('li', {}, prose(message), ' ', element('code', { class: 'muted' }, code)),
  );
  return element('ul', {}, items);
}

function whereabouts(places: ReportMessage['report']['places']): Content {
  const rows = Object.entries(places).map(([name, place]) => [name, element('code', {}, place)]);
  if (rows.length === 0) return null;
  return table({ label: 'Where everything is', heads: ['What', 'Where'], rows });
}
