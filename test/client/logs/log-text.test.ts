import { expect, test } from 'vitest';
import { createLogText } from '../../../client/logs/log-text.ts';

test('holds every line as long as they are few', () => {
  const log = createLogText();
  log.add(['a', 'b']);
  log.add([]);
  log.add(['c']);
  expect(log.text()).toBe('a\nb\nc\n');
});

test('lets the earliest lines go when there are too many, and says how many', () => {
  const log = createLogText({ mostLines: 3 });
  log.add(['a', 'b', 'c', 'd']);
  log.add(['e']);
  expect(log.text()).toBe("(2 earlier lines are left out; they are in the run's folder)\nc\nd\ne\n");
});

test('lets lines go when they are too long together, and keeps the last one', () => {
  const log = createLogText({ mostCharacters: 10 });
  log.add(['aaaa', 'bbbb']);
  expect(log.text()).toBe('aaaa\nbbbb\n');
  log.add(['c'.repeat(50)]);
  expect(log.text().split('\n')[1]).toBe('c'.repeat(50));
  expect(log.text()).toMatch(/^\(2 earlier/);
});
