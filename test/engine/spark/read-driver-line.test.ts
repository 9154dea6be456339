import { expect, it } from 'vitest';
import { readDriverLine } from '../../../engine/spark/read-driver-line.ts';

it('tells events, the driver and the outcome from the words of Spark', () => {
  expect(readDriverLine('PISTEVO {"kind":"stage-started","stage":"read"}')).toEqual({
    kind: 'event',
    event: { kind: 'stage-started', stage: 'read' },
  });
  expect(readDriverLine('PISTEVO {"kind":"driver","pid":12,"host":"node-1"}')).toEqual({
    kind: 'driver',
    pid: 12,
    host: 'node-1',
  });
  expect(readDriverLine('PISTEVO {"kind":"outcome","status":"failed"}')).toEqual({
    kind: 'outcome',
    value: { status: 'failed' },
  });
});

it.each([
  '26/11/23 WARN Utils: Your hostname resolves to a loopback address',
  'PISTEVO {"kind":"stage-star',
  'PISTEVO null',
  'PISTEVO {"kind":"run-ended","status":"succeeded"}',
  'PISTEVO {"kind":"of-a-later-version"}',
  ' PISTEVO {"kind":"warning"}',
])('takes %j for text', (line) => {
  expect(readDriverLine(line)).toEqual({ kind: 'text', text: line });
});
