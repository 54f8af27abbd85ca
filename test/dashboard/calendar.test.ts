import { describe, expect, it } from 'vitest';
import { weekOf } from '../../functions/model/known-event.ts';
import { keepEvents } from '../../functions/steps/keep-events.ts';
import { aKnownEvent } from '../support/a-known-event.ts';
import { NOW_MS } from '../support/api-harness.ts';
import { WITHOUT_CHROMIUM } from '../support/chromium.ts';
import { usePage } from '../support/use-page.ts';

const PROTEST = 'یوم احتجاج';

describe.skipIf(WITHOUT_CHROMIUM)('the calendar on the page', () => {
  const on = usePage();

  const events = () => on.page.locator('.day li');
  const form = () => on.page.getByRole('form', { name: 'Add an event' });

  async function keptAt(startMs: number) {
    return (await on.api.ports.events.get(weekOf(startMs)))?.events ?? [];
  }

  /** A match and an open call this week, a broadcast of three days in the next. */
  async function setCalendar() {
    await keepEvents(
      [
        aKnownEvent(),
        aKnownEvent({
          kind: 'protest',
          title: PROTEST,
          place: null,
          startMs: Date.UTC(2026, 0, 11, 23),
          endMs: Date.UTC(2026, 0, 13, 6),
          hashtags: ['پاکستان', 'march'],
          openCall: true,
          statedBy: 'https://union.example/call',
        }),
        aKnownEvent({
          kind: 'broadcast',
          title: null,
          startMs: Date.UTC(2026, 0, 12),
          hashtags: [],
        }),
      ],
      on.api.ports.events,
    );
  }

  it('lists the events of the monitor’s own week by day, and leads to the weeks beside it', async () => {
    await setCalendar();
    await on.page.goto(on.server.url);
    await on.page.getByRole('link', { name: 'Events' }).click();
    await on.page.getByText('5 Jan 2026 – 11 Jan 2026, UTC: 2 events').waitFor();

    expect(await on.page.locator('.day h2').allTextContents()).toEqual([
      'Tuesday 6 Jan 2026',
      'Sunday 11 Jan 2026',
    ]);
    expect(await events().first().innerText()).toMatch(
      /^12:00\s+Harbour United v\. Hill Rovers\s+Match\s+Harbour Ground\s+#harbour\s+says league\.example/,
    );
    const call = await events().nth(1).innerText();
    expect(call).toMatch(/^23:00 – 13 Jan 2026, 06:00\s/);
    expect(call).toContain('public call to post');
    const title = events().nth(1).locator('.name bdi');
    expect(await title.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);

    await on.page.getByRole('link', { name: 'Later' }).click();
    await on.page.getByText('12 Jan 2026 – 18 Jan 2026, UTC: 1 event').waitFor();
    expect(await events().innerText()).toMatch(/^00:00\s+Broadcast\s+.*names no hashtag/s);
    await on.page.getByRole('link', { name: 'Later' }).click();
    await on.page.getByText('The calendar knows of no event that begins in this week').waitFor();
    await on.page.getByRole('link', { name: 'This week' }).click();
    await on.page.getByText('2 events').waitFor();
  });

  it('adds an event by keyboard alone, and shows the week that it begins in', async () => {
    await on.page.goto(`${on.server.url}/#/events`);
    await form().getByLabel('Kind').focus();
    await on.page.keyboard.type('Protest');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.type(PROTEST);
    await form().getByLabel('Starts, UTC').fill('2026-01-20T09:30');
    await form().getByLabel('Hashtags').fill('#March، پاکستان');
    await form().getByLabel('Who says so').fill('https://union.example/call');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.press('Space');
    await on.page.keyboard.press('Enter');

    await on.page.getByText(`Added: ${PROTEST}.`).waitFor();
    await on.page.getByText('19 Jan 2026 – 25 Jan 2026, UTC: 1 event').waitFor();
    expect(await form().getByLabel('Who says so').inputValue()).toBe('');
    const startMs = Date.UTC(2026, 0, 20, 9, 30);
    expect(await keptAt(startMs)).toEqual([
      aKnownEvent({
        kind: 'protest',
        title: PROTEST,
        place: null,
        startMs,
        hashtags: ['march', 'پاکستان'],
        openCall: true,
        statedBy: 'https://union.example/call',
      }),
    ]);
  });

  it('tells beside each field what the API refuses, keeps what was typed and goes there', async () => {
    await on.page.goto(`${on.server.url}/#/events`);
    await form().getByLabel('Starts, UTC').fill('2026-01-07T20:00');
    await form().getByLabel('Ends, UTC').fill('2026-01-07T19:00');
    await form().getByLabel('Hashtags').fill('#march a/b');
    await form().getByLabel('Who says so').fill('ftp://union.example/call');
    await form().getByRole('button').click();
    await form().locator('.wrong').first().waitFor();

    expect(await toldOf('Starts, UTC')).toBe('');
    expect(await toldOf('Ends, UTC')).toBe('must be after the start');
    expect(await toldOf('Hashtags')).toContain('must be one hashtag');
    expect(await toldOf('Who says so')).toBe('must be the http(s) address of who says so');
    expect(await form().getByLabel('Hashtags').inputValue()).toBe('#march a/b');
    expect(await on.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('end');
    expect(await keptAt(NOW_MS)).toEqual([]);
  });

  it('says what failed where no field is at fault', async () => {
    await on.page.goto(`${on.server.url}/#/events`);
    await on.page.getByText('0 events').waitFor();
    on.server.state.broken = true;
    await form().getByLabel('Starts, UTC').fill('2026-01-07T20:00');
    await form().getByLabel('Who says so').fill('https://union.example/call');
    await form().getByRole('button').click();

    await on.page.getByRole('alert').getByText('the API answered 500').waitFor();
    expect(await form().getByLabel('Starts, UTC').inputValue()).toBe('2026-01-07T20:00');
  });

  it('removes an event, but asks before', async () => {
    await setCalendar();
    await on.page.goto(`${on.server.url}/#/events/2026-01-08`);
    const button = on.page.getByRole('button', { name: 'Remove Harbour United v. Hill Rovers' });
    on.page.once('dialog', (dialog) => dialog.dismiss());
    await button.click();
    expect(await keptAt(Date.UTC(2026, 0, 6))).toHaveLength(1);

    on.page.once('dialog', (dialog) => dialog.accept());
    await button.click();
    await on.page.getByText('Removed: Harbour United v. Hill Rovers.').waitFor();

    expect(await keptAt(Date.UTC(2026, 0, 6))).toEqual([]);
    await button.waitFor({ state: 'detached' });
    expect(await events().locator('.name').allTextContents()).toEqual([PROTEST]);
  });

  it('fits a phone, however long titles, places, hashtags and addresses are', async () => {
    await keepEvents(
      [
        aKnownEvent({
          title: 'w'.repeat(120),
          place: 'p'.repeat(120),
          hashtags: ['h'.repeat(180), 'पानी_का_संकट'],
          openCall: true,
          statedBy: `https://${'long-'.repeat(11)}name.example/${'x'.repeat(300)}`,
        }),
      ],
      on.api.ports.events,
    );
    await on.page.setViewportSize({ width: 360, height: 740 });
    await on.page.goto(`${on.server.url}/#/events`);
    await events().waitFor();

    const overflow = await on.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  /** What a reader of the screen is told of a field beside its name. */
  function toldOf(label: string): Promise<string> {
    return form()
      .getByLabel(label)
      .evaluate((field) => {
        const id = field.getAttribute('aria-describedby');
        return id === null ? '' : (document.getElementById(id)?.textContent ?? 'nothing there');
      });
  }
});
