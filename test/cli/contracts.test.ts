import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFiles } from '../../cli/init/example-files.ts';
import { eventSchema } from '../../core/contracts/schemas/event.ts';
import { findingSchema } from '../../core/contracts/schemas/finding.ts';
import { planSchema } from '../../core/contracts/schemas/plan.ts';
import { reportSchema } from '../../core/contracts/schemas/report.ts';
import { call, emptyFolder, eventsOf, lay } from './command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
  await lay(folder, exampleFiles);
});

/** Says what of a value breaks a schema. */
function validator(schema: object): (value: unknown) => readonly string[] {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

describe('what the command line prints for machines', () => {
  it('keeps to the published schemas: events, report, plan, findings', async () => {
    const events = eventsOf((await call(folder, ['run', '--all', '--json'])).out);
    expect(events.length).toBeGreaterThan(30);
    expect(events.flatMap(validator(eventSchema))).toEqual([]);
    const report = JSON.parse((await call(folder, ['report', 'loans', '--format', 'json'])).out);
    expect(validator(reportSchema)(report)).toEqual([]);
    const plan = JSON.parse((await call(folder, ['plan', 'loans', '--json'])).out);
    expect(validator(planSchema)(plan)).toEqual([]);
    const [run] = JSON.parse((await call(folder, ['history', 'loans', '--json'])).out);
    const stored = readFileSync(join(folder, '.pistevo/runs', run.runId, 'plan.json'), 'utf8');
    expect(JSON.parse(stored)).toEqual(plan);
    const { findings } = JSON.parse((await call(folder, ['check', '--format', 'json'])).out);
    const faultsOfFinding = validator(findingSchema);
    for (const { code, severity, message, file, range, fixes } of findings) {
      expect(faultsOfFinding({ code, severity, message, file, range, fixes })).toEqual([]);
    }
  });
});
