import { beforeEach, describe, expect, it } from 'vitest';
import type { ShadowVerdict, VerdictLevel } from '../../functions/model/verdict.ts';
import { aBurst } from '../support/a-burst.ts';
import { aShadow } from '../support/a-shadow.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { NOW_MS } from '../support/api-harness.ts';
import { WITHOUT_CHROMIUM } from '../support/chromium.ts';
import { usePage } from '../support/use-page.ts';

const MINUTE_MS = 60_000;

describe.skipIf(WITHOUT_CHROMIUM)('two versions on the page', () => {
  const on = usePage();
  beforeEach(async () => {
    await save('agreed', 'organic', aShadow({ level: 'organic', standing: [] }));
    await save(
      'harbour',
      'suspicious',
      aShadow({ level: 'coordinated', standing: ['text', 'again'] }),
    );
    await save('alone', 'coordinated', null);
  });

  async function save(hashtag: string, level: VerdictLevel, shadow: ShadowVerdict | null) {
    const startMs = NOW_MS - 60 * MINUTE_MS;
    const standing = level === 'suspicious' ? (['text'] as const) : [];
    await on.api.ports.bursts.save(
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
    await on.page.goto(on.server.url);
    const items = on.page.locator('ul.bursts > li');
    await items.first().waitFor();
    expect(await items.count()).toBe(3);
    expect(await on.page.locator('.tag.differs').allInnerTexts()).toEqual([
      'on trial: coordinated',
    ]);

    await on.page.getByLabel('versions differ').check();

    await on.page.getByText('1 burst', { exact: true }).waitFor();
    expect(await items.innerText()).toContain('#harbour');
    expect(await items.innerText()).toContain(
      'first suspicious 08:04 UTC, 4 min after the burst began',
    );
  });

  it('shows both side by side, and what stands in one and not in the other', async () => {
    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: 'harbour' }).click();
    const panel = on.page.getByRole('region', { name: 'Two versions of the thresholds' });
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
    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: 'alone' }).click();
    await on.page.locator('section.verdict').waitFor();

    expect(await on.page.locator('section.shadow').count()).toBe(0);
  });

  it('counts bursts by what both say, each with a way to its burst', async () => {
    await on.page.goto(`${on.server.url}/#/versions`);
    await on.page.getByText('They differ on 1 of 2 bursts.').waitFor();

    const rows = await on.page.locator('table.versions tbody tr').allInnerTexts();
    expect(rows.map((text) => text.split(/\s+/).filter(Boolean))).toEqual([
      ['Suspicious', 'Coordinated', '1', '#harbour'],
      ['Organic', 'Organic', '1', '#agreed'],
    ]);
    await on.page.locator('.hashtag', { hasText: 'harbour' }).click();
    await on.page.getByRole('heading', { name: '#harbour' }).waitFor();
  });

  it.each(['/#/versions', 'burst'])('fits a phone: %s', async (path) => {
    await on.page.setViewportSize({ width: 360, height: 740 });
    await on.page.goto(on.server.url + (path === 'burst' ? '' : path));
    if (path === 'burst') await on.page.locator('.hashtag', { hasText: 'harbour' }).click();
    await on.page.locator('table.versions').waitFor();

    const overflow = await on.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
