import { openHost } from './host.ts';
import type { ReportMessage } from './messages.ts';
import { drawReport } from './report/draw-report.ts';

openHost<ReportMessage>('report', (message, host) => {
  const root = document.getElementById('root') ?? document.body;
  root.replaceChildren(drawReport(message, (place) => host.post({ kind: 'open', ...place })));
  window.scrollTo(0, host.scrolledTo());
  window.onscroll = () => host.keepScroll(window.scrollY);
});
