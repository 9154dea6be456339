import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleFiles } from '../../cli/init/example-files.ts';
import type { RunEvent } from '../../core/contracts/event.ts';
import { builtCommandLine, call, caller, emptyFolder, eventsOf, lay } from './command-line.ts';

let commandLine: string;
let spawned: ReturnType<typeof caller>;
let folder: string;
beforeAll(async () => {
  commandLine = await builtCommandLine();
  spawned = caller(commandLine);
});
beforeEach(async () => {
  folder = await emptyFolder();
  await lay(folder, exampleFiles);
});

function endOf(events: readonly RunEvent[], dataset: string) {
  const started = events.find((event) => event.kind === 'run-started' && event.dataset === dataset);
  const ended = events.find((event) => event.kind === 'run-ended' && event.runId === started?.runId);
  return ended?.kind === 'run-ended' ? ended : null;
}

/** A source large enough that a run is still going on when a test gets at it. */
async function layManyReaders(rows: number): Promise<void> {
  const lines = Array.from(
    { length: rows },
    (_, at) => `R${at},Name ${at},City ${at % 97},2026-01-${10 + (at % 20)}`,
  );
  await lay(folder, {
    'source/readers/many.csv': `reader_id,full_name,city,updated_on\n${lines.join('\n')}\n`,
  });
}

describe('pistevo run', () => {
  it('ingests everything, parents first, and explains itself', async () => {
    const { code, out, err } = await spawned(folder, ['run', '--all']);
    expect(err).not.toContain('error');
    expect(code).toBe(0);
    expect(out.indexOf('books: succeeded')).toBeLessThan(out.indexOf('loans: succeeded'));
    expect(out).toMatch(/references:[^\n]*1 record, quarantined/);
    expect(out).toContain('asked for at schema/tables_schema.yaml:');
    expect(out).toMatch(/loans_1\.csv:4/);
    expect(out).toContain('malformed:fields  1 record, at loans_1.csv:7');
    expect(err).toMatch(/^loans: .*took/m);
    expect(readdirSync(join(folder, 'source/loans'))).toEqual([]);
  });

  it('ingests nothing twice', async () => {
    await call(folder, ['run', '--all']);
    const { code, out } = await call(folder, ['run', 'loan']);
    expect(code).toBe(0);
    expect(out).toContain('loans: no input');
  });

  it('prints the event stream and nothing else with --json, as the run folder holds it', async () => {
    const { code, out } = await spawned(folder, ['run', '--all', '--json']);
    expect(code).toBe(0);
    const events = eventsOf(out);
    for (const name of ['readers', 'books', 'loans']) {
      const end = endOf(events, name);
      expect(end).toMatchObject({ status: 'succeeded', exitCode: 0 });
      const own = events.filter((event) => event.runId === end?.runId);
      expect(own.map((event) => event.seq)).toEqual(own.map((_, at) => at + 1));
      const stored = readFileSync(join(folder, '.pistevo/runs', end?.runId ?? '', 'events.ndjson'), 'utf8');
      expect(eventsOf(stored)).toEqual(own);
      const { records, malformed, accepted } = end!.counts;
      expect(records).toBe(malformed + accepted);
    }
  });

  it('rejects with 3, and the worst of several datasets decides', async () => {
    writeFileSync(
      join(folder, 'source/books/bad.csv'),
      'isbn,title,shelf\nw,A,adults\nx,B,adults\ny,C,adults\nz,D,adults\n',
    );
    const { code, out } = await call(folder, ['run', '--all', '--max-parallel', '1']);
    expect(code).toBe(3);
    expect(out).toContain('books: rejected');
    expect(out).toContain('readers: succeeded');
    expect(out).toMatch(/loans: (succeeded|rejected)/);
    expect(out).toContain('`books` did not come through');
    expect(existsSync(join(folder, 'source/books/bad.csv'))).toBe(true);
  });

  it('says on a dry run what each rule would do, and changes nothing', async () => {
    const { code, out } = await call(folder, ['run', 'books', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('dry run: nothing was changed');
    expect(out).toMatch(/pattern:isbn {2}1 record, would be quarantined/);
    expect(out).toMatch(/valid_vals:shelf {2}1 record, value would be set to NULL/);
    expect(readdirSync(join(folder, 'source/books'))).toEqual(['books_1.csv']);
    expect(existsSync(join(folder, 'target'))).toBe(false);
  });

  it('refuses a project with errors in the chosen datasets, and starts nothing', async () => {
    const file = join(folder, 'schema/tables_schema.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('min: 0', 'min: none'));
    const refused = await call(folder, ['run', 'loans']);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/schema\/tables_schema\.yaml:\d+:\d+ error/);
    expect(existsSync(join(folder, '.pistevo'))).toBe(false);
    expect((await call(folder, ['run', 'books'])).code).toBe(0);
  });

  it.each([
    [['run'], 'Say which datasets are meant'],
    [['run', 'loans', '--all'], 'not both'],
    [['run', 'loanz'], 'did you mean `loans`?'],
    [['run', '--all', '--engine', 'emr'], 'comes with a later version'],
    [['run', '--all', '--engine', 'spark', '--dry-run'], 'leave `--engine spark` out'],
    [['run', '--all', '--control', 'stdout'], 'Allowed choices are stdin'],
  ])('answers `%s` with a usage error', async (args, hint) => {
    const { code, err } = await call(folder, args);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });

  it('asks for the key of hash masks in the environment, and never for an argument', async () => {
    const file = join(folder, 'schema/tables_schema.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace('        pii: name\n', '        mask: hash\n')
        .replace(/ {4}mask:\n {6}- full_name\n/, ''),
    );
    const without = await call(folder, ['run', 'readers']);
    expect(without.code).toBe(2);
    expect(without.err).toContain('PISTEVO_MASK_KEY');
    const short = await call(folder, ['run', 'readers'], { env: { PISTEVO_MASK_KEY: 'short' } });
    expect(short.code).toBe(2);
    expect(short.err).toContain('needs a longer key');
    const env = { PISTEVO_MASK_KEY: 'a key of sixteen letters' };
    expect((await call(folder, ['run', 'readers'], { env })).code).toBe(0);
  });

  it.each(['{"kind":"cancel"}\n', ''])(
    'is cancelled by the control stream, or by its end (%j), with 130 and nothing done',
    async (line) => {
      await layManyReaders(400_000);
      const { code, out } = await spawned(folder, ['run', 'readers', '--json', '--control', 'stdin'], {
        withChild(child) {
          child.stdout?.once('data', () => {
            if (line === '') child.stdin?.end();
            else child.stdin?.write(line);
          });
        },
      });
      expect(endOf(eventsOf(out), 'readers')).toMatchObject({ status: 'cancelled', exitCode: 130 });
      expect(code).toBe(130);
      expect(existsSync(join(folder, 'source/readers/many.csv'))).toBe(true);
    },
  );

  it.each(['SIGINT', 'SIGTERM'] as const)('is cancelled by %s', async (signal) => {
    await layManyReaders(400_000);
    const { code, out, err } = await spawned(folder, ['run', 'readers', 'loans', '--json'], {
      withChild(child) {
        child.stdout?.once('data', () => child.kill(signal));
      },
    });
    expect(code).toBe(130);
    expect(endOf(eventsOf(out), 'readers')?.status).toBe('cancelled');
    expect(eventsOf(out).some((event) => event.kind === 'run-started' && event.dataset === 'loans')).toBe(
      false,
    );
    expect(err).toContain(`Cancelling (${signal})`);
  });

  it('goes on when nobody reads its stream any more', async () => {
    const child = spawn(process.execPath, [commandLine, 'run', '--all', '--json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'source/loans'))).toEqual([]);
  });
});
