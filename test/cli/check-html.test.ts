import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChromium, WITHOUT_CHROMIUM } from '../support/chromium.ts';
import { anOrdinaryCrowd, aPush } from '../support/crowds.ts';
import { aPostLine, jsonLines } from '../support/post-lines.ts';
import { spawnTurfwatch } from '../support/spawn-turfwatch.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 2, 2, 10);
const URDU = 'انتخابات_دھاندلی';
const HOSTILE = '<script>alert(1)</script>"><img/src=x/onerror=alert(2)>';

const LINES = [
  ...aPush({ hashtag: HOSTILE, startMs: START_MS, crowd: 'secret-author' }).map((line) => ({
    ...line,
    deletedAt: new Date(Date.parse(line.createdAt) + 50_000).toISOString(),
  })),
  ...aPush({ hashtag: URDU, startMs: START_MS + DAY_MS, crowd: 'secret-author' }),
  ...anOrdinaryCrowd({ hashtag: 'harvest', startMs: START_MS }),
  aPostLine({ id: 'one', hashtags: ['lonely'] }),
];

let folder: string;
let posts: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turfwatch-page-'));
  posts = join(folder, 'posts of today.jsonl');
  await writeFile(posts, jsonLines(LINES));
});
afterAll(() => rm(folder, { recursive: true }));

async function pageOf(...args: string[]): Promise<string> {
  const { code, out } = await spawnTurfwatch(['check', posts, '--html', '-', ...args]);
  expect(code).toBe(0);
  return out;
}

describe('check --html', () => {
  it('writes the page beside the report, and says where', async () => {
    const file = join(folder, 'report.html');

    const { code, out, err } = await spawnTurfwatch(['check', posts, '--html', file]);

    expect(code).toBe(0);
    expect(out).toContain('2 coordinated, 0 suspicious, 1 organic, 1 undecided');
    expect(err).toContain(`turfwatch: page written to ${file}\n`);
    expect(await readFile(file, 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  it('goes together with --json', async () => {
    const file = join(folder, 'both.html');

    const { code, out } = await spawnTurfwatch(['check', posts, '--json', '--html', file]);

    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    ).toHaveLength(4);
    expect(await readFile(file, 'utf8')).toContain('</html>');
  });

  it('gives the same page for the same posts, to the byte', async () => {
    expect(await pageOf()).toBe(await pageOf());
  });

  it('names no account and no folder, holds no text and runs nothing', async () => {
    const page = await pageOf();

    expect(page).not.toContain('secret-author');
    expect(page).not.toContain('market day');
    expect(page).not.toContain(folder);
    expect(page).not.toMatch(/<script|<img|<link|javascript:|\son\w+="|https?:|url\(/i);
  });

  it('tells from what it was made, by which thresholds, and how to make it again', async () => {
    const page = await pageOf('--window', '1d');

    expect(page).toContain('<code>posts of today.jsonl</code>');
    expect(page).toMatch(/thresholds \d{4}-\d\d-/);
    expect(page).toContain(
      '<code>turfwatch check &#39;posts of today.jsonl&#39; --html - --window 1d</code>',
    );
    expect(page).toContain('What this cannot show');
  });

  it('stays below two megabytes, with 50 bursts in full and the rest in the table', async () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      aPush({ hashtag: `push${n}`, startMs: START_MS + n * DAY_MS, accounts: 200 }),
    ).flat();

    const { out } = await spawnTurfwatch(['check', '-', '--html', '-'], jsonLines(many));

    expect(out.match(/<section class="burst/g)).toHaveLength(50);
    expect(out).toContain('the other 10 stand in this table only');
    expect(out.match(/>#push\d+</g)?.length).toBeGreaterThanOrEqual(110);
    expect(Buffer.byteLength(out)).toBeLessThan(2_000_000);
  });

  it('says so where there is nothing to judge', async () => {
    const { code, out } = await spawnTurfwatch(['check', '-', '--html', '-']);

    expect(code).toBe(0);
    expect(out).toContain('No post carries a hashtag');
  });
});

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

describe('a page that cannot be written', () => {
  it.each([
    ['no-such-folder/page.html', /cannot write the page to .*page\.html: there is no such folder/],
    ['a-folder', /cannot write the page to .*a-folder: it is a folder/],
    ['a-file/page.html', /cannot write the page to .*page\.html: a part of the path is no folder/],
    ['a-circle', /cannot write the page to .*a-circle: its links lead in a circle/],
  ])('%s ends with 1 before anything is read', async (path, message) => {
    await mkdir(join(folder, 'a-folder'), { recursive: true });
    await writeFile(join(folder, 'a-file'), '');
    await symlink('a-circle', join(folder, 'a-circle')).catch(unlessThere);

    const { code, out, err } = await spawnTurfwatch(['check', posts, '--html', join(folder, path)]);

    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
  });

  it('is one where two want standard output', async () => {
    const { code, err } = await spawnTurfwatch(['check', posts, '--json', '--html', '-']);

    expect(code).toBe(2);
    expect(err).toContain('--json and --html - both want standard output');
  });
});

describe.skipIf(WITHOUT_CHROMIUM)('the page of a check in a browser', () => {
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let address: string;

  beforeAll(async () => {
    const file = join(folder, 'browser.html');
    await spawnTurfwatch(['check', posts, '--html', file]);
    address = pathToFileURL(file).href;
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => faults.push(line.text()));
    page.on('dialog', (dialog) => faults.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url() !== address) faults.push(request.url());
    });
    await page.goto(address);
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  it('asks for nothing and complains of nothing', async () => {
    expect(await page.title()).toBe('4 bursts of 4 hashtags – Turfwatch');
  });

  it('shows a hostile hashtag as it is spelled, and one from right to left by itself', async () => {
    const names = await page.locator('section.burst h2 bdi').allTextContents();

    expect(names).toContain(`#${HOSTILE}`);
    expect(names.some((name) => name.includes(`#${URDU}`))).toBe(true);
    expect(await page.locator('script, img').count()).toBe(0);
  });

  it('can be read by ear: each picture tells itself, each section has its name', async () => {
    const pictures = page.locator('svg');
    const count = await pictures.count();

    expect(count).toBeGreaterThan(5);
    expect(await page.getByRole('img').count()).toBe(count);
    for (const picture of await pictures.all()) {
      expect(await picture.getAttribute('aria-label')).toMatch(/\d/);
    }
    expect(await page.getByRole('region', { name: `#${URDU}` }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.locator('figure:has(svg)').count()).toBe(
      await page.locator('figure:has(svg) details table').count(),
    );
  });

  it('keeps headings in order, and links lead somewhere', async () => {
    const levels = await page
      .locator('h1,h2,h3,h4')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    const jumps = levels.filter((level, at) => at > 0 && level - (levels[at - 1] ?? 0) > 1);
    const targets = await page
      .locator('a')
      .evaluateAll((all) =>
        all.map((link) => document.querySelector(link.getAttribute('href') ?? 'none') !== null),
      );

    expect([levels[0], jumps]).toEqual([1, []]);
    expect(targets).toEqual([true, true, true]);
  });

  it.each(['light', 'dark'] as const)(
    'fits a phone, %s, with text that stands out',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await page.locator('body').evaluate(contrastOf)).toBeGreaterThan(7);
      expect(await page.locator('figcaption').first().evaluate(contrastOf)).toBeGreaterThan(4.5);
      expect(await page.locator('.level').first().evaluate(contrastOf)).toBeGreaterThan(4.5);
    },
  );

  it('prints light, with colours', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );

    expect(paper).toBe('rgb(255, 255, 255)');
    expect((await page.pdf()).byteLength).toBeGreaterThan(20_000);
  });
});

/** Contrast of a text with what lies behind it, 1 to 21, by WCAG 2. Runs in the page. */
function contrastOf(element: Element): number {
  const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = numbers(colour)
      .slice(0, 3)
      .map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let behind: Element | null = element;
  const paperOf = (one: Element) => getComputedStyle(one).backgroundColor;
  while (behind !== null && numbers(paperOf(behind))[3] === 0) behind = behind.parentElement;
  const both = [
    light(getComputedStyle(element).color),
    light(paperOf(behind ?? document.documentElement)),
  ].sort((one, other) => other - one);
  return ((both[0] ?? 0) + 0.05) / ((both[1] ?? 0) + 0.05);
}
