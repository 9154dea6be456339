import { afterAll, describe, expect, it, vi } from 'vitest';
import type { ReportMessage as ToldByClient } from '../../client/panels/report-panels.ts';
import type { RunCounts } from '../../core/contracts/event.ts';
import { reportPage } from '../../core/report/html/report-page.ts';
import type { ReportMessage } from '../../webview/messages.ts';
import { findBrowser, openPages } from './open-page.ts';
import { pastRun, sampleCounts, sampleReport, sampleRule } from './sample-report.ts';

const browser = await findBrowser();
const pages = browser === null ? null : await openPages(browser);
afterAll(() => pages?.close());

async function shown(change: Partial<ReportMessage>) {
  const opened = await pages!.show('report');
  const told: ToldByClient = { kind: 'report', report: sampleReport(), history: [], origins: {} };
  const message: ReportMessage = { ...told, ...change };
  await opened.tell(message);
  return { ...opened, text: async () => (await opened.page.locator('main').textContent()) ?? '' };
}

const hostile = '<img src=x onerror="hacked=1">[go](command:workbench.action.quit)\u001b[31mred\u202e';
const hostileShown =
  '<img src=x onerror="hacked=1">[go](command:workbench.action.quit)\\u{1b}[31mred\\u{202e}';

describe.skipIf(pages === null)('the report page', () => {
  it('tells everything that the HTML report tells', async () => {
    const history = [pastRun(20), pastRun(21)];
    const { page, text, troubles } = await shown({ history });
    const told = await text();
    const other = await page.context().browser()!.newPage();
    await other.setContent(reportPage(sampleReport(), history));
    const cells = await other
      .locator('h1, h2, .lead, dd, .figure *, th, td > code, td.number, li')
      .allTextContents();
    expect(cells.length).toBeGreaterThan(60);
    const places = (cell: string) => /\.csv(\.gz)?:\d+$/.test(cell);
    // It names engine and environment in one fact, and each place by itself.
    const missing = cells.filter(
      (cell) => !told.includes(cell.trim()) && !places(cell) && cell !== 'local, dev',
    );
    expect(missing).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('shows names and values of any kind as text', async () => {
    const { page, text, troubles } = await shown({
      report: sampleReport({
        dataset: hostile,
        target: hostile,
        environment: hostile,
        reason: hostile,
        code: hostile,
        files: [
          {
            file: hostile,
            sizeBytes: 1,
            state: 'new',
            reason: hostile,
            records: 1,
            malformed: 0,
            blankLines: 0,
          },
        ],
        rules: [sampleRule({ id: hostile, message: hostile, samples: [{ file: hostile, line: 3 }] })],
        malformed: [{ reason: hostile, count: 1, samples: [{ file: hostile, line: 3 }] }],
        drift: [{ file: hostile, missing: [hostile], unknown: [hostile], isReordered: false }],
        warnings: [{ code: hostile, message: hostile }],
        places: { [hostile]: hostile },
      }),
      history: [pastRun(1, { runId: hostile }), pastRun(2)],
    });
    expect((await text()).split(hostileShown).length - 1).toBeGreaterThan(12);
    expect(
      await page.locator('img, a, script:not(body > script), iframe, style, [style], [onerror]').count(),
    ).toBe(0);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(troubles).toEqual([]);
  });

  it('opens the archived original at a sample’s line, and nothing for one that is compressed', async () => {
    const { page, told } = await shown({});
    await page.getByRole('button', { name: '121', exact: true }).click();
    expect(await told()).toEqual([
      { kind: 'open', file: 'archive/claim/20261123T011437Z-claim-e8a1/claims-a.csv', line: 121 },
    ]);
    expect(await page.locator('.found', { hasText: 'claims-b.csv.gz' }).getByRole('button').count()).toBe(0);
  });

  it('leads to the line that asked for a rule, where it stands now', async () => {
    const { page, told, text } = await shown({
      origins: {
        'cast:total_cost': { file: 'schema/tables_schema.yaml', line: 140 },
        'required:claim_id': null,
      },
    });
    await page.getByRole('button', { name: 'schema/tables_schema.yaml:140' }).click();
    expect(await told()).toEqual([{ kind: 'open', file: 'schema/tables_schema.yaml', line: 140 }]);
    expect(await text()).toContain('schema/tables_schema.yaml, since changed');
  });

  it('leads to the line at the time of the run when nobody knows better', async () => {
    const { page, told } = await shown({});
    await page.getByRole('button', { name: 'schema/tables_schema.yaml:108' }).press('Enter');
    expect(await told()).toEqual([{ kind: 'open', file: 'schema/tables_schema.yaml', line: 108 }]);
  });

  it('names no other place with a link than those of the project', async () => {
    const { page } = await shown({
      report: sampleReport({
        rules: [sampleRule({ originLine: null, samples: [{ file: 'far.csv', line: 9 }] })],
        malformed: [],
        files: [
          {
            file: 'far.csv',
            sizeBytes: 1,
            state: 'new',
            records: 1,
            malformed: 0,
            blankLines: 0,
            archivedTo: 's3://b/far.csv',
          },
        ],
      }),
    });
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('draws past runs as columns with their numbers beside, without dry runs', async () => {
    const history = [pastRun(1), pastRun(2, { status: 'rejected' }), pastRun(3, { isDryRun: true })];
    const { page } = await shown({ history });
    expect(await page.locator('svg.trend g').count()).toBe(2);
    const rows = await page.getByRole('table', { name: 'Past runs' }).locator('tbody tr').allTextContents();
    expect(rows).toEqual([
      '2026-11-02 01:00rejected1,00290.9 %2,650',
      '2026-11-01 01:00succeeded1,00190.9 %2,650',
    ]);
  });

  it('draws no trend of a single run', async () => {
    const { text } = await shown({ history: [pastRun(1)] });
    expect(await text()).not.toContain('Past runs');
  });

  it('keeps every part of the bar wide enough to see', async () => {
    const { page } = await shown({});
    const widths = await page
      .locator('svg.bar rect')
      .evaluateAll((parts) =>
        parts.map(
          (part) =>
            (part as unknown as { getBoundingClientRect(): { width: number } }).getBoundingClientRect().width,
        ),
      );
    expect(widths).toHaveLength(7);
    expect(Math.min(...widths)).toBeGreaterThan(2);
  });

  it('says that a run still goes on, and why one failed', async () => {
    const running = await shown({
      report: sampleReport({
        status: 'failed',
        exitCode: 4,
        code: 'running',
        reason: 'The run is still going on.',
      }),
    });
    expect(await running.page.locator('h1').textContent()).toBe('claim running');
    const failed = await shown({
      report: sampleReport({ status: 'failed', exitCode: 4, reason: 'The disk is full.' }),
    });
    expect(await failed.page.locator('.lead').textContent()).toBe('The disk is full.');
  });

  it('draws a run with nothing in it', async () => {
    const names = Object.keys(sampleCounts);
    const counts = Object.fromEntries(names.map((name) => [name, 0])) as unknown as RunCounts;
    const { text, troubles } = await shown({
      report: {
        ...sampleReport({
          status: 'no_input',
          files: [],
          stages: [],
          rules: [],
          malformed: [],
          drift: [],
          warnings: [],
          places: {},
        }),
        counts,
      },
    });
    expect(await text()).toContain('Nothing new was delivered');
    expect(troubles).toEqual([]);
  });

  it('is drawn anew by the next message, and stays where it was scrolled to', async () => {
    const { page, tell, text } = await shown({});
    await page.evaluate('window.scrollTo(0, 400)');
    // Asked from here and not by a function that waits in the page: its policy forbids to make one of a text.
    await vi.waitFor(async () => expect(await page.evaluate('acquireVsCodeApi().getState()?.top')).toBe(400));
    await tell({ kind: 'report', report: sampleReport({ dataset: 'provider' }), history: [] });
    expect(await text()).toContain('provider');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate('window.scrollY')).toBe(400);
  });

  it('is left as it is by messages of another kind', async () => {
    const { tell, text } = await shown({});
    for (const message of [null, 'report', { kind: 'other' }]) await tell(message);
    expect(await text()).toContain('claim');
  });

  it('fits a narrow panel', async () => {
    const { page } = await shown({ history: [pastRun(1), pastRun(2)] });
    await page.setViewportSize({ width: 420, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(420);
  });
});
