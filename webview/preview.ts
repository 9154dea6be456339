import { openHost } from './host.ts';
import type { PreviewMessage } from './messages.ts';
import { drawPreview } from './preview/draw-preview.ts';

openHost<PreviewMessage>('preview', (message, host) => {
  const root = document.getElementById('root') ?? document.body;
  const { content, grid } = drawPreview(message, () => host.post({ kind: 'refresh' }));
  root.replaceChildren(content);
  if (grid === null) return;
  grid.draw();
  grid.scroller.scrollTop = host.scrolledTo();
  grid.scroller.addEventListener('scroll', () => host.keepScroll(grid.scroller.scrollTop));
});
