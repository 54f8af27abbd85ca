import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { measured, unmeasured } from '../../functions/model/evidence.ts';
import { aBurst } from '../support/a-burst.ts';
import { aCheck } from '../support/a-check.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { aWatch } from '../support/a-watch.ts';
import { WITHOUT_CHROMIUM } from '../support/chromium.ts';
import { setScene, URDU } from '../support/page-scene.ts';
import { usePage } from '../support/use-page.ts';

describe.skipIf(WITHOUT_CHROMIUM)('the page in a browser', () => {
  const on = usePage();
  beforeEach(async () => {
    on.page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('500')) on.faults.push(line.text());
    });
  });

  it('lists bursts newest first, each with its verdict, strength, time and first reason', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);

    const items = on.page.locator('ul.bursts > li');
    await items.first().waitFor();

    expect(await items.locator('.hashtag').allTextContents()).toEqual([
      '#breaking',
      `#${URDU}`,
      '#harbourwall',
      '#derby',
      '#smalltown',
    ]);
    const pushed = await shown(items.nth(1));
    expect(pushed).toContain('Coordinated');
    expect(pushed).toContain('0.93');
    expect(pushed).toContain('698 of 1,204 posts were gone');
    expect(pushed).toContain('7 Jan 2026, 08:05 UTC, still going');
    expect(await items.nth(1).getByRole('img').getAttribute('aria-label')).toContain('380 posts');
  });

  it('says of a burst that rose with most hashtags of its source that it did', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    const items = on.page.locator('ul.bursts > li');
    await items.first().waitFor();
    const tagged = items.filter({ hasText: 'rose with 812 of 1,000 hashtags of this source' });
    expect(await tagged.locator('.hashtag').allTextContents()).toEqual(['#derby']);

    await tagged.getByRole('link').click();
    const note = on.page.locator('p.surge');
    await note.waitFor();
    expect(await shown(note)).toContain('It rose with 812 of 1,000 hashtags of this source.');
    expect(await shown(note)).toContain('That says nothing of coordination');
  });

  it('never shows undecided or unjudged as organic', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    const items = on.page.locator('ul.bursts > li');
    await items.first().waitFor();

    for (const hashtag of ['breaking', 'smalltown']) {
      const item = items.filter({ hasText: `#${hashtag}` });
      expect(await shown(item)).not.toMatch(/organic/i);
      expect(await item.getAttribute('class')).not.toContain('organic');
      expect(await item.locator('.strength').count()).toBe(0);
    }
    await items.filter({ hasText: '#smalltown' }).getByRole('link').click();
    await on.page.getByText('This does not say that the burst is organic.').waitFor();
  });

  it('runs an Urdu hashtag from right to left, apart from the words around it', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    const hashtag = on.page.locator('.hashtag', { hasText: URDU });
    await hashtag.waitFor();

    expect(await hashtag.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);
    await hashtag.click();
    await on.page.locator('h1', { hasText: URDU }).waitFor();
    expect(decodeURIComponent(on.page.url())).toContain(
      `/#/bursts/mastodon:${URDU}@mastodon.social/`,
    );
    expect(await on.page.title()).toBe(`#${URDU} · Turfwatch`);
  });

  it('shows one burst with its volume, evidence, reasons and the innocent reading', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: URDU }).click();
    const chart = on.page.getByRole('img', { name: /Posts every 5 minutes/ });
    await chart.locator('canvas').waitFor();

    const evidence = on.page.locator('table.evidence');
    expect(await shown(evidence)).toContain('not measured');
    expect(await evidence.locator('tbody tr').count()).toBe(8);
    expect(await shown(evidence.getByRole('row', { name: /^Deletion/ }))).toContain('88.4');
    expect(await on.page.locator('.reasons li').count()).toBe(2);
    expect(await shown(on.page.locator('.share'))).toContain(
      'About 62 % of its posts look coordinated: 55 to 91 %, by a 90 % interval.',
    );
    expect(await evidence.locator('tr', { hasText: 'the verdict rests on it' }).count()).toBe(3);
    // The others are the reasons above, and are not told again.
    expect(await evidence.locator('.sentence').allTextContents()).toEqual([
      expect.stringMatching(/^610 of 698 posts that vanished lived equally long/),
    ]);
    expect(await shown(on.page.locator('.alternative'))).toMatch(/What would decide: /);
    expect(await on.page.getByText('2026-11-a').count()).toBe(1);
    expect(await inkOn(chart.locator('canvas'))).toBeGreaterThan(0.02);
    await on.page.getByText('The same as a table').click();
    expect(await on.page.locator('.volume tbody tr').count()).toBe(69);
    expect(await shown(on.page.locator('.volume tbody'))).toContain('not counted');
    await on.page.locator('.u-over').hover();
    expect(await shown(on.page.locator('.readout'))).toMatch(/UTC: .* expected/);
  });

  it('tells of the known event that a burst began with, and who says so', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: 'derby' }).click();
    const events = on.page.locator('.events');
    await events.waitFor();

    expect(await shown(events)).toContain(
      'A known event may explain it: it began 4 min after the start of a match, “Harbour United v. Hill Rovers”, Harbour Ground (says league.example).',
    );
    const said = events.getByRole('link', { name: 'https://league.example/fixtures' });
    expect(await said.getAttribute('rel')).toContain('noreferrer');
    expect(await shown(events)).toContain('0 coordinated bursts of this hashtag; 3 are needed');
  });

  it('calls open what a public call asked for, and says so where the calendar knows nothing', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: URDU }).click();
    await on.page.locator('.verdict').waitFor();
    expect(await shown(on.page.locator('.verdict'))).toContain('openly, as publicly called for');
    expect(await shown(on.page.locator('.events'))).toContain(
      'Openly: a public call to post is on record, “\u2068یوم احتجاج\u2069” (says union.example).',
    );

    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: 'harbourwall' }).click();
    await on.page.getByText('The calendar knows of no event that this burst began with.').waitFor();
    expect(await shown(on.page.locator('.verdict'))).not.toContain('openly');
  });

  it('draws the newest bar, which is the highest of this burst', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: 'smalltown' }).click();
    const canvas = on.page.locator('.volume canvas');
    await canvas.waitFor();

    const left = await on.page.locator('.u-over').evaluate((plot) => {
      const frame = plot.parentElement?.getBoundingClientRect().left ?? 0;
      return plot.getBoundingClientRect().right - frame - 4;
    });
    expect(await barHeight(canvas, left)).toBeGreaterThan(0.6);
  });

  it('shows a burst that comes up while the page is open', async () => {
    await on.page.goto(on.server.url);
    await on.page.getByText('No bursts yet').waitFor();

    await on.api.ports.bursts.save(aBurst());

    await on.page.locator('ul.bursts > li').waitFor({ timeout: 20_000 });
  });

  it('filters by verdict and hashtag, and says when nothing fits', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    const items = on.page.locator('ul.bursts > li');
    await on.page.getByLabel('Verdict').selectOption('suspicious');
    await on.page.getByText('1 burst', { exact: true }).waitFor();
    expect(await shown(items)).toContain('#harbourwall');

    await on.page.getByLabel('Hashtag').fill('derby');

    await on.page.getByText('No burst of the last 30 days fits this filter').waitFor();
  });

  it('says what failed, and goes on when it can', async () => {
    on.server.state.broken = true;
    await on.page.goto(on.server.url);
    await on.page.getByText('Could not load bursts').waitFor();
    await on.page.getByText('The monitor does not answer').waitFor();

    on.server.state.broken = false;
    await on.page.getByRole('button', { name: 'Try again' }).click();

    await on.page.getByText('No bursts yet').waitFor();
  });

  it('keeps what it showed when a refresh fails, and says so', async () => {
    await setScene(on.api);
    await on.page.goto(on.server.url);
    await on.page.locator('ul.bursts > li').first().waitFor();

    on.server.state.broken = true;

    await on.page.getByText(/Not refreshed: /).waitFor({ timeout: 20_000 });
    expect(await on.page.locator('ul.bursts > li').count()).toBe(5);
  });

  it('says that a burst is unknown', async () => {
    await on.page.goto(`${on.server.url}/#/bursts/replay%3Aharbour%2F1`);

    await on.page.getByText('there is no burst replay:harbour/1').waitFor();
    on.faults = on.faults.filter((fault) => !fault.includes('404'));
  });

  it('offers first what this monitor reads first', async () => {
    await on.page.goto(`${on.server.url}/#/checks`);
    const form = on.page.getByRole('form', { name: 'A hashtag' });
    await form.getByLabel('Hashtag').fill('harbour');
    await form.getByRole('button').click();
    await on.page.getByText('Waiting for its turn').waitFor();

    expect((await on.api.ports.checks.get('check-1'))?.source).toBe('replay');
  });

  it('asks for the check of a hashtag, follows it and shows its failure', async () => {
    await on.page.goto(`${on.server.url}/#/checks`);
    const form = on.page.getByRole('form', { name: 'A hashtag' });
    await form.getByLabel('Hashtag').fill('#پاکستان');
    await form.getByRole('combobox', { name: /^Source/ }).selectOption('mastodon');
    await form.getByLabel('Server').fill('mastodon.social');
    await form.getByRole('button').click();
    await on.page.getByText('Waiting for its turn').waitFor();
    expect(on.api.queued).toHaveLength(1);

    const check = await on.api.ports.checks.get('check-1');
    if (check === undefined) throw new Error('the check must be kept');
    const running = await on.api.ports.checks.save({ ...check, state: 'running', postsRead: 240 });
    await on.page.getByText('240 posts read').waitFor();
    await on.api.ports.checks.save({
      ...running,
      state: 'failed',
      failure: 'the server is asleep',
    });

    await on.page.getByText('the server is asleep (240 posts read)').waitFor();
  });

  it('shows beside a check what a watch saw of the same hashtag', async () => {
    await setScene(on.api);
    await on.api.ports.checks.save(
      aCheck({
        source: 'mastodon',
        place: 'mastodon.social',
        hashtag: URDU,
        state: 'done',
        postsRead: 208,
        verdict: aVerdict({ level: 'organic', strength: 0.1, standing: [] }),
      }),
    );

    await on.page.goto(`${on.server.url}/#/checks/check-1`);

    const known = on.page.getByRole('region', { name: 'Beside this check' });
    await known.getByText('Coordinated', { exact: true }).waitFor();
    expect(await known.getByRole('listitem').count()).toBe(1);
  });

  it('names the field of a form that the API refuses', async () => {
    await on.page.goto(`${on.server.url}/#/checks`);
    const form = on.page.getByRole('form', { name: 'A hashtag' });
    await form.getByLabel('Hashtag').fill('#a');
    await form.getByRole('combobox', { name: /^Source/ }).selectOption('mastodon');
    await form.getByLabel('Server').fill('localhost');
    await form.getByRole('button').click();

    const note = on.page.getByRole('alert');
    await note.waitFor();
    expect(await shown(note)).toContain('place must be the public host name of a server');
    on.faults = on.faults.filter((fault) => !fault.includes('400'));
  });

  it('judges the posts of a file', async () => {
    const posts = Array.from({ length: 60 }, (_, index) =>
      JSON.stringify({
        id: `post-${index}`,
        source: 'x',
        hashtags: ['harbour'],
        createdAt: new Date(Date.UTC(2026, 0, 6, 12) + index * 1000).toISOString(),
        author: `author-${index}`,
        authorCreatedAt: null,
        repost: false,
        text: 'everybody says the harbour wall must fall at once today',
      }),
    );
    await on.page.goto(`${on.server.url}/#/checks`);
    await on.page.locator('input[type=file]').setInputFiles({
      name: 'posts.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(posts.join('\n')),
    });
    await on.page.getByRole('button', { name: 'Check the posts' }).click();

    await on.page.locator('.verdict', { hasText: 'Suspicious' }).waitFor();
    expect(await shown(on.page.locator('.reasons'))).toContain('All 60 original posts');
  });

  it('shows watches with their health, adds one, pauses one and removes one', async () => {
    await setScene(on.api);
    await on.page.goto(`${on.server.url}/#/watches`);
    const row = (hashtag: string) => on.page.getByRole('row').filter({ hasText: `#${hashtag}` });
    await row('silent')
      .getByText(/stale since 7 Jan 2026, 07:12 UTC: gone.example answers 503/)
      .waitFor();

    await row('derby').getByRole('button', { name: 'Pause' }).click();
    await row('derby').getByText('paused', { exact: true }).waitFor();
    await on.page.getByLabel('Hashtag').fill('#Élan');
    await on.page.getByRole('combobox', { name: /^Source/ }).selectOption('mastodon');
    await on.page.getByLabel('Server').fill('mastodon.social');
    await on.page.getByRole('button', { name: 'Watch', exact: true }).click();
    await row('élan').waitFor();
    on.page.once('dialog', (dialog) => dialog.accept());
    await row('élan').getByRole('button', { name: 'Remove' }).click();
    await row('élan').waitFor({ state: 'detached' });

    expect((await on.api.ports.watches.get('mastodon:derby@social.example'))?.state).toBe('paused');
    expect(await on.api.ports.watches.get('mastodon:élan@mastodon.social')).toBeUndefined();
  });

  it('says of a young watch from when on it tells bursts', async () => {
    await setScene(on.api);
    const readyMs = Date.UTC(2026, 0, 8, 14);
    const watch = aWatch({ watchId: 'mastodon:fresh@social.example', hashtag: 'fresh' });
    await on.api.ports.watches.save({ ...watch, baseline: { state: 'young', readyMs } });
    await on.page.goto(`${on.server.url}/#/watches`);
    const row = on.page.getByRole('row').filter({ hasText: '#fresh' });

    await row
      .getByText('baseline is young: tells bursts from Thursday 8 Jan 2026, 14:00 UTC on')
      .waitFor();
    expect(await on.page.getByText('baseline is young').count()).toBe(1);
  });

  it('moves the focus to the heading of the view that was chosen', async () => {
    await on.page.goto(on.server.url);
    await on.page.getByText('No bursts yet').waitFor();
    await on.page.keyboard.press('Tab');
    expect(await focused(on.page)).toBe('Skip to content');

    await on.page.getByRole('link', { name: 'Watches' }).click();
    await on.page.getByText('Nothing is watched yet').waitFor();

    expect(await focused(on.page)).toBe('Watches');
  });

  it.each(['/', '/#/checks', '/#/watches', 'burst'])('fits a phone: %s', async (path) => {
    await setScene(on.api);
    await on.page.setViewportSize({ width: 360, height: 740 });
    await on.page.goto(on.server.url + (path === 'burst' ? '' : path));
    if (path === 'burst') await on.page.locator('.hashtag', { hasText: URDU }).click();
    await on.page.locator('h1').waitFor();
    await on.page.waitForLoadState('networkidle');

    const overflow = await on.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('keeps a box beside its words on a phone', async () => {
    await setScene(on.api);
    await on.page.setViewportSize({ width: 360, height: 740 });
    await on.page.goto(on.server.url);
    const label = on.page.locator('.filters .tick');
    await label.waitFor();
    const box = await label.getByRole('checkbox').boundingBox();

    expect(box?.width).toBeLessThan(30);
    expect((await label.boundingBox())?.height).toBeLessThan(40);
  });

  it('keeps every question and figure of the evidence in sight on a phone', async () => {
    const evidence = [
      measured('sharp-end', 6.42, 0.2512, 45, { edgeSeconds: 3.47, before: 45, after: 1 }),
      measured('concentration', 8.279e-45, 0.0123, 10, { heavyAccountPosts: 137, accounts: 816 }),
      unmeasured('reuse', 'no earlier burst of another hashtag was looked at'),
    ];
    const { watchId, startMs } = await on.api.ports.bursts.save(
      aBurst({ verdict: aVerdict({ evidence }) }),
    );
    await on.page.setViewportSize({ width: 360, height: 740 });
    await on.page.goto(`${on.server.url}/#/bursts/${encodeURIComponent(`${watchId}/${startMs}`)}`);
    const table = on.page.locator('table.evidence');
    await table.waitFor();

    expect(await shown(table)).toMatch(/<0\.001\s+0\.012/);
    expect(await shown(table)).toMatch(/heavy account posts\s+137/);
    expect(await outOfSight(table)).toEqual([]);
  });

  it('signs the reader in where the deployment asks for it, and comes back to the same view', async () => {
    on.server.state.signIn = true;

    await on.page.goto(`${on.server.url}/#/watches`);

    await on.page.getByText('Nothing is watched yet').waitFor();
    expect(on.page.url()).toBe(`${on.server.url}/#/watches`);
    const bearers = [...on.server.state.bearers];
    expect(bearers.length).toBeGreaterThan(0);
    for (const bearer of bearers) expect(bearer).toMatch(/^Bearer token-[1-9]/);
    const kept = await on.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    expect(kept).toBe('[{},{}]');
  });

  it('asks nobody for a sign-in where none is wanted', async () => {
    await on.page.goto(on.server.url);
    await on.page.getByText('No bursts yet').waitFor();

    expect([...on.server.state.bearers]).toEqual(['none']);
  });

  it('asks nobody but its own address', async () => {
    const hosts = new Set<string>();
    on.page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await setScene(on.api);
    await on.page.goto(on.server.url);
    await on.page.locator('.hashtag', { hasText: URDU }).click();
    await on.page.locator('canvas').waitFor();

    expect([...hosts]).toEqual([on.server.url]);
  });
});

/** As a reader sees it: hidden words left out, lines broken where the page breaks them. */
function shown(locator: ReturnType<Page['locator']>): Promise<string> {
  return locator.innerText();
}

/** What a frame around it cuts off at the right. */
function outOfSight(locator: ReturnType<Page['locator']>): Promise<string[]> {
  return locator.evaluate((table) => {
    const edge = table.parentElement?.getBoundingClientRect().right ?? 0;
    return [...table.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 0.5)
      .map((element) => element.textContent ?? '');
  });
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent ?? undefined);
}

/** Share of a canvas's height that is as dark as a bar, so many pixels from its left. */
function barHeight(canvas: ReturnType<Page['locator']>, left: number): Promise<number> {
  return canvas.evaluate((element, at) => {
    if (!(element instanceof HTMLCanvasElement)) return 0;
    const pixels = element.getContext('2d')?.getImageData(at, 0, 1, element.height).data ?? [];
    const dark = [...pixels].filter((red, index) => index % 4 === 0 && red === 0x64);
    return dark.length / element.height;
  }, left);
}

/** Share of a canvas that something was drawn on. */
function inkOn(canvas: ReturnType<Page['locator']>): Promise<number> {
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return 0;
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data;
    if (pixels === undefined) return 0;
    let drawn = 0;
    for (let index = 3; index < pixels.length; index += 4) drawn += pixels[index] === 0 ? 0 : 1;
    return drawn / (pixels.length / 4);
  });
}
