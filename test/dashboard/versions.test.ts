import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildDashboard } from '../../dashboard/build.ts';
import type { ShadowVerdict, VerdictLevel } from '../../functions/model/verdict.ts';
import { aBurst } from '../support/a-burst.ts';
import { aShadow } from '../support/a-shadow.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';
import { openChromium, WITHOUT_CHROMIUM } from '../support/chromium.ts';
import { openPageServer } from '../support/page-server.ts';

const MINUTE_MS = 60_000;

describe.skipIf(WITHOUT_CHROMIUM)('two versions on the page', () => {
  let folder: string;
  let browser: Browser;
  let api: ReturnType<typeof openApi>;
  let server: Awaited<ReturnType<typeof openPageServer>>;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turfwatch-page-'));
    await buildDashboard(folder);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    api = openApi();
    server = await openPageServer(folder, api);
    page = await browser.newPage();
    await save('agreed', 'organic', aShadow({ level: 'organic', standing: [] }));
    await save(
      'harbour',
      'suspicious',
      aShadow({ level: 'coordinated', standing: ['text', 'again'] }),
    );
    await save('alone', 'coordinated', null);
  });
  afterEach(async () => {
    await page.close();
    await server.close();
  });

  async function save(hashtag: string, level: VerdictLevel, shadow: ShadowVerdict | null) {
    const startMs = NOW_MS - 60 * MINUTE_MS;
    const standing = level === 'suspicious' ? (['text'] as const) : [];
    await api.ports.bursts.save(
      aBurst({
        watchId: `replay:${hashtag}`,
        hashtag,
        startMs,
        verdict: aVerdict({ level, standing, thresholds: '2026-11-b' }),
        firstSuspiciousMs: level === 'suspicious' ? startMs + 4 * MINUTE_MS : null,
        shadow: shadow && { ...shadow, firstSuspiciousMs: startMs + 2 * MINUTE_MS },
      }),
    );
  }

  it('marks and finds the bursts on which they differ', async () => {
    await page.goto(server.url);
    const items = page.locator('ul.bursts > li');
    await items.first().waitFor();
    expect(await items.count()).toBe(3);
    expect(await page.locator('.tag.differs').allInnerTexts()).toEqual(['on trial: coordinated']);

    await page.getByLabel('versions differ').check();

    await page.getByText('1 burst', { exact: true }).waitFor();
    expect(await items.innerText()).toContain('#harbour');
    expect(await items.innerText()).toContain(
      'first suspicious 08:04 UTC, 4 min after the burst began',
    );
  });

  it('shows both side by side, and what stands in one and not in the other', async () => {
    await page.goto(server.url);
    await page.locator('.hashtag', { hasText: 'harbour' }).click();
    const panel = page.getByRole('region', { name: 'Two versions of the thresholds' });
    await panel.waitFor();

    const row = async (name: string) => (await panel.getByRole('row', { name }).innerText()).trim();
    expect(await row('Gravest verdict')).toMatch(/Suspicious\s+Coordinated/);
    expect(await row('Evidence that stands')).toMatch(
      /copied text\s+copied text, the same accounts again/,
    );
    expect(await row('First suspicious')).toMatch(/4 min after .* 2 min after /s);
    expect(await panel.innerText()).toContain('Only in 2026-12-a: the same accounts again.');
  });

  it('says nothing of a second version where there is none', async () => {
    await page.goto(server.url);
    await page.locator('.hashtag', { hasText: 'alone' }).click();
    await page.locator('section.verdict').waitFor();

    expect(await page.locator('section.shadow').count()).toBe(0);
  });

  it('counts bursts by what both say, each with a way to its burst', async () => {
    await page.goto(`${server.url}/#/versions`);
    await page.getByText('They differ on 1 of 2 bursts.').waitFor();

    const rows = await page.locator('table.versions tbody tr').allInnerTexts();
    expect(rows.map((text) => text.split(/\s+/).filter(Boolean))).toEqual([
      ['Suspicious', 'Coordinated', '1', '#harbour'],
      ['Organic', 'Organic', '1', '#agreed'],
    ]);
    await page.locator('.hashtag', { hasText: 'harbour' }).click();
    await page.getByRole('heading', { name: '#harbour' }).waitFor();
  });

  it.each(['/#/versions', 'burst'])('fits a phone: %s', async (path) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(server.url + (path === 'burst' ? '' : path));
    if (path === 'burst') await page.locator('.hashtag', { hasText: 'harbour' }).click();
    await page.locator('table.versions').waitFor();

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
