import { afterAll, describe, expect, it } from 'vitest';
import type { PreviewMessage as ToldByClient } from '../../client/panels/preview-panels.ts';
import type { PreviewMessage } from '../../webview/messages.ts';
import { findBrowser, openPages } from './open-page.ts';

const browser = await findBrowser();
const pages = browser === null ? null : await openPages(browser);
afterAll(() => pages?.close());

const columns = ['claim_id', 'total_cost', 'zipcode', 'note'];

function message(change: Partial<PreviewMessage> = {}): PreviewMessage {
  const told: ToldByClient = {
    kind: 'preview',
    dataset: 'claim',
    table: 'target',
    limit: 1000,
    columns,
    rows: [],
    masked: [],
  };
  return { ...told, ...change };
}

async function shown(told: PreviewMessage) {
  const opened = await pages!.show('preview');
  await opened.tell(told);
  return {
    ...opened,
    cells: (row: string) => opened.page.locator(`tr[aria-rowindex="${row}"] td`).allTextContents(),
  };
}

const manyRows = Array.from({ length: 100_000 }, (_, at) => [`C${at}`, String(at / 4), `0${at}`, null]);

describe.skipIf(pages === null)('the grid page', () => {
  it('holds only the rows that can be seen, whatever their number', async () => {
    const { page, cells } = await shown(message({ rows: manyRows, limit: 1_000_000 }));
    expect(await page.locator('tbody tr').count()).toBeLessThan(80);
    expect(await cells('2')).toEqual(['C0', '0', '00', 'NULL']);
    await page.evaluate('document.querySelector(".grid").scrollTop = 1e9');
    await expect.poll(() => cells('100001')).toEqual(['C99999', '24999.75', '099999', 'NULL']);
    expect(await page.locator('tbody tr').count()).toBeLessThan(80);
  });

  it('keeps heads in sight and columns in place while rows go by', async () => {
    const { page } = await shown(message({ rows: manyRows, limit: 1_000_000 }));
    const head = page.locator('thead th', { hasText: 'zipcode' });
    const before = await head.boundingBox();
    await page.evaluate('document.querySelector(".grid").scrollTop = 1e6');
    await page.locator('tr[aria-rowindex="41668"]').waitFor();
    expect(await head.boundingBox()).toEqual(before);
  });

  it('tells NULL, a blank text and the word NULL apart', async () => {
    const { page } = await shown(message({ rows: [[null, '', 'NULL', ' ']] }));
    const kinds = await page
      .locator('tbody td:visible')
      .evaluateAll((cells) =>
        (cells as unknown as { className: string }[]).map(({ className }) => className.trim()),
      );
    expect(kinds).toEqual(['null', 'blank', '', '']);
  });

  it('marks masked columns at the head and in the rows', async () => {
    const { page } = await shown(message({ rows: [['1', '2', null, 'x']], masked: ['zipcode'] }));
    expect(await page.locator('thead th', { hasText: 'masked' }).allTextContents()).toEqual([
      'zipcode masked',
    ]);
    expect(await page.locator('td.masked').allTextContents()).toEqual(['NULL']);
  });

  it('sets numbers to the right, and digits that are a name to the left', async () => {
    const { page } = await shown(message({ rows: [['C1', '-12.50', '02139', null]] }));
    expect(await page.locator('thead th.number').allTextContents()).toEqual(['total_cost']);
  });

  it('shows values of any kind as text', async () => {
    const hostile = '<img src=x onerror="hacked=1">[a](command:b)\u001b[31m\n\u202e';
    const { page, cells, troubles } = await shown(
      message({ dataset: hostile, columns: [hostile, 'b'], rows: [[hostile, hostile]], masked: ['b'] }),
    );
    const written = '<img src=x onerror="hacked=1">[a](command:b)\\u{1b}[31m\\u{a}\\u{202e}';
    expect(await cells('2')).toEqual([written, written]);
    expect(await page.locator('h1').textContent()).toBe(written);
    expect(await page.locator('img, a, iframe, [onerror]').count()).toBe(0);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(troubles).toEqual([]);
  });

  it('filters by a text in any column and says how many are left', async () => {
    const rows = [
      ['C1', '1', '0', 'Apple'],
      ['C2', '2', '0', null],
      ['C3', '3', '0', 'pineAPPLE'],
    ];
    const { page } = await shown(message({ rows }));
    await page.getByRole('searchbox').fill('apple');
    expect(await page.locator('tbody th:visible').allTextContents()).toEqual(['1', '3']);
    expect(await page.locator('.bar .muted').textContent()).toBe('2 of 3 rows');
    await page.getByRole('searchbox').fill('');
    expect(await page.locator('tbody th:visible').allTextContents()).toEqual(['1', '2', '3']);
  });

  it('says that there may be more rows than it was given', async () => {
    const { page } = await shown(message({ rows: manyRows.slice(0, 1000) }));
    expect(await page.locator('.bar .muted').textContent()).toBe('the first 1,000 rows');
  });

  it('asks for another look, and shows what comes', async () => {
    const { page, tell, told, cells } = await shown(message({ rows: [['C1', '1', '0', null]] }));
    await page.getByRole('button', { name: 'Refresh' }).click();
    expect(await told()).toEqual([{ kind: 'refresh' }]);
    await tell(message({ rows: [['C9', '1', '0', null]] }));
    expect((await cells('2'))[0]).toBe('C9');
  });

  it.each([
    ['target', 'claim has no row.'],
    ['stage', 'claim has no row in its staging table.'],
    ['quarantine', 'No record of claim is in quarantine.'],
  ] as const)('says that the %s is empty', async (table, text) => {
    const { page, troubles } = await shown(message({ table }));
    expect(await page.locator('.empty').textContent()).toBe(text);
    expect(troubles).toEqual([]);
  });
});
