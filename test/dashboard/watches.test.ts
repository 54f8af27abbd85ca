import { describe, expect, it } from 'vitest';
import { aBurst } from '../support/a-burst.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { aWatch } from '../support/a-watch.ts';
import { WITHOUT_CHROMIUM } from '../support/chromium.ts';
import { usePage } from '../support/use-page.ts';

const FIVE_SERVERS = 'fosstodon.org+mastodon.social+mstdn.jp+social.vivaldi.net+tech.lgbt';

describe.skipIf(WITHOUT_CHROMIUM)('watches and sources on the page', () => {
  const on = usePage();

  const row = (name: string) => on.page.getByRole('row').filter({ hasText: name });

  it.each([360, 1200])('keeps every word and button in sight, %i px wide', async (width) => {
    await on.api.ports.watches.save(
      aWatch({
        watchId: 'mastodon:long@five',
        source: 'mastodon',
        place: FIVE_SERVERS,
        hashtag: 'h'.repeat(120),
        health: {
          state: 'stale',
          reason: `mstdn.jp answers 503: https://mstdn.jp/${'x'.repeat(150)}`,
          sinceMs: Date.UTC(2026, 0, 7),
        },
        origin: {
          kind: 'discovered',
          list: 'mastodon@mastodon.social',
          untilMs: Date.UTC(2026, 0, 9),
          judgeFromMs: 0,
        },
      }),
    );
    await on.page.setViewportSize({ width, height: 740 });
    await on.page.goto(`${on.server.url}/#/watches`);
    const table = on.page.locator('table.watches');
    await table.waitFor();

    expect(await table.innerText()).toContain('fosstodon.org + mastodon.social + mstdn.jp');
    const cut = await table.evaluate((element) => {
      const edge = element.parentElement?.getBoundingClientRect().right ?? 0;
      return [...element.querySelectorAll('*')]
        .filter((part) => part.getBoundingClientRect().right > edge + 0.5)
        .map((part) => part.textContent);
    });
    expect(cut).toEqual([]);
    const { overflow, hidden } = await on.page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - innerWidth,
      hidden: document.querySelectorAll('.watches button').length,
    }));
    expect({ overflow, hidden }).toEqual({ overflow: 0, hidden: 3 });
  });

  it.each([
    [Date.UTC(2026, 0, 7, 8, 30), /answers 429; asked again at 08:30 UTC$/],
    [Date.UTC(2026, 1, 1), /answers 429; asked again at 1 Feb 2026, 00:00 UTC$/],
  ])(
    'says when a stale source is asked again, with its day where that is another',
    async (retryAtMs, words) => {
      const health = {
        state: 'stale',
        reason: 'it answers 429',
        sinceMs: Date.UTC(2026, 0, 7, 8),
        retryAtMs,
      } as const;
      await on.api.ports.watches.save(aWatch({ watchId: 'x:spent', hashtag: 'spent', health }));
      await on.page.goto(`${on.server.url}/#/watches`);

      await row('#spent').waitFor();
      expect(await row('#spent').locator('.stale').innerText()).toMatch(words);
    },
  );

  it('keeps for good what was found trending', async () => {
    await on.api.ports.watches.save(
      aWatch({
        watchId: 'mastodon:found@one.example',
        source: 'mastodon',
        place: 'one.example',
        hashtag: 'found',
        origin: {
          kind: 'discovered',
          list: 'mastodon@one.example',
          untilMs: Date.UTC(2026, 0, 9),
          judgeFromMs: 0,
        },
      }),
    );
    await on.page.goto(`${on.server.url}/#/watches`);
    await row('#found')
      .getByText('found trending at mastodon@one.example; watched until 9 Jan 2026 at most')
      .waitFor();

    await on.page.getByRole('button', { name: 'Keep #found' }).click();
    await on.page.getByText('found trending at').waitFor({ state: 'detached' });

    expect(await on.page.getByRole('button', { name: 'Keep #found' }).count()).toBe(0);
    expect((await on.api.ports.watches.get('mastodon:found@one.example'))?.origin).toBeUndefined();
  });

  it('says of a suspected watch that it is asked every minute', async () => {
    await on.api.ports.watches.save(
      aWatch({ watchId: 'replay:rising', hashtag: 'rising', state: 'suspected' }),
    );
    await on.page.goto(`${on.server.url}/#/watches`);

    await row('#rising').getByText('suspected', { exact: true }).waitFor();
    expect(await row('#rising').innerText()).toContain('1 min');
  });

  it('shows what each source can tell, and why one is off', async () => {
    await on.page.goto(`${on.server.url}/#/watches`);
    const sources = on.page.locator('table.sources');
    await sources.waitFor();

    expect(await sources.locator('thead').innerText()).toMatch(/Deleted posts\s+Age of accounts/);
    expect(await row('Partners').innerText()).toContain('by the minute');
    expect(await sources.getByText('off: needs X_BEARER_TOKEN').count()).toBe(1);
    const offered = await on.page.getByRole('combobox', { name: /^Source/ }).allInnerTexts();
    expect(offered.join()).not.toMatch(/^X$/m);
  });

  it('asks for servers or a partner only where the source has several', async () => {
    await on.page.goto(`${on.server.url}/#/watches`);
    const form = on.page.getByRole('form', { name: 'Watch another' });
    const place = form.locator('[name=place]');
    const source = form.getByRole('combobox', { name: /^Source/ });
    await source.selectOption('replay');
    expect(await place.count()).toBe(0);

    await source.selectOption('ingest');
    await form.getByLabel('Hashtag').fill('#harbour');
    await form.getByRole('textbox', { name: 'Partner' }).fill('newsroom');
    await form.getByRole('button', { name: 'Watch' }).click();
    await row('#harbour').getByText('partner newsroom').waitFor();
    expect(await form.getByLabel('Hashtag').inputValue()).toBe('');

    await source.selectOption('mastodon');
    await form.getByLabel('Hashtag').fill('#harbour');
    await form.getByLabel('Server').fill('two.example, one.example');
    await form.getByRole('button', { name: 'Watch' }).click();
    await row('#harbour').getByText('one.example + two.example').waitFor();

    expect(await on.api.ports.watches.get('ingest:harbour@newsroom')).toBeDefined();
    expect(
      await on.api.ports.watches.get('mastodon:harbour@one.example+two.example'),
    ).toBeDefined();
  });

  it('says in the form what is wrong with what was asked for', async () => {
    await on.page.goto(`${on.server.url}/#/watches`);
    const form = on.page.getByRole('form', { name: 'Watch another' });
    await form.getByRole('combobox', { name: /^Source/ }).selectOption('mastodon');
    await form.getByLabel('Hashtag').fill('#harbour');
    await form.getByLabel('Server').fill('localhost');
    await form.getByRole('button', { name: 'Watch' }).click();

    await form.getByRole('alert').getByText('must be the public host name').waitFor();
    expect(await form.getByLabel('Hashtag').inputValue()).toBe('#harbour');
  });

  it.each([
    [{ kept: 812, counted: 2400 }, '812 of 2,400 posts counted'],
    [null, 'not known: no count covers them'],
  ])('says of a judged burst how many posts are kept: %j', async (sample, words) => {
    const { burstId } = await on.api.ports.bursts.save(aBurst({ verdict: aVerdict(), sample }));
    await on.page.goto(`${on.server.url}/#/bursts/${encodeURIComponent(burstId)}`);
    const kept = on.page.locator('.facts div', { hasText: 'Kept' }).locator('dd');
    await kept.waitFor();

    expect(await kept.innerText()).toBe(words);
    expect(await on.page.locator('p.sample').count()).toBe(sample === null ? 0 : 1);
  });
});
