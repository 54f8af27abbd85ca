import { describe, expect, it } from 'vitest';
import { peakOf } from '../../../cli/check-report-peak.ts';
import { rowsOf } from '../../../cli/check-report-rows.ts';
import { creationPicture } from '../../../cli/html/creation-picture.ts';
import { livesPicture } from '../../../cli/html/lives-picture.ts';
import { postingsPicture } from '../../../cli/html/postings-picture.ts';
import { rasterPicture } from '../../../cli/html/raster-picture.ts';
import { volumePicture } from '../../../cli/html/volume-picture.ts';
import { tabulate } from '../../../functions/signals/post-table.ts';
import { aPost } from '../../support/a-post.ts';

const START_MS = Date.UTC(2026, 2, 2, 10);

/** `accounts` accounts of which each posts every second for ten seconds. */
const rowsFor = (accounts: number) =>
  rowsOf(
    tabulate(
      Array.from({ length: accounts * 10 }, (_, n) =>
        aPost(n, {
          account: `a${n % accounts}`,
          createdMs: START_MS + Math.floor(n / accounts) * 1000,
          accountCreatedMs: Date.UTC(2015, n % 12, 1),
          deletedMs: n % 2 === 0 ? START_MS + Math.floor(n / accounts) * 1000 + 45_000 : null,
        }),
      ),
    ),
  );

const aGroup = (accounts: readonly string[]) => ({
  accounts,
  posts: 10 * accounts.length,
  meetings: [],
  textMeetings: 2,
  timeMeetings: 0,
});

const dots = (page: string, group: number) =>
  new RegExp(`class="dots g${group}[^"]*" d="([^"]*)"`).exec(page)?.[1]?.match(/h0/g)?.length ?? 0;

describe('rasterPicture', () => {
  it('draws a dot a post, members of a group in its colour and on top', () => {
    const rows = rowsFor(20);
    const page = rasterPicture(rows, peakOf(rows.times, false), [aGroup(['a3', 'a17'])]).markup;

    expect(dots(page, 0)).toBe(20);
    expect(dots(page, -1)).toBe(180);
    expect(page).toMatch(/class="dots g0[^"]*" d="M0 10h0M0 30h0/);
    expect(page).toContain('group 1');
    expect(page).toContain('200 posts by 20 accounts in 10 seconds, 2 of them members of a group');
  });

  it('says so where it shows a part', () => {
    const rows = rowsFor(400);
    const page = rasterPicture(rows, peakOf(rows.times, false), []).markup;

    expect(page).toContain('Shown are 120 of 400 accounts');
    expect(dots(page, -1)).toBe(1200);
    expect(page).not.toContain('class="legend"');
  });
});

it('counts in every picture what the posts hold', () => {
  const rows = rowsFor(30);
  const peak = peakOf(rows.times, false);

  expect(volumePicture(rows, peak).markup).toContain('300 posts, at most 30 in 1 second');
  expect(postingsPicture(rows).markup).toMatch(/10 to 19<.*<span>30<\/span>/);
  expect(livesPicture(rows)?.markup).toMatch(/30 to 60 seconds<.*<span>150<\/span>/);
  expect(livesPicture(rows)?.markup).toContain(
    'Half of the 150 posts that vanished were gone after 45 seconds',
  );
  expect(creationPicture(rows)?.markup).toContain('30 of 30 accounts');
});

it('draws nothing of what is not known', () => {
  const rows = rowsOf(tabulate([aPost(1, { accountCreatedMs: null, deletedMs: null })]));

  expect([creationPicture(rows), livesPicture(rows)]).toEqual([null, null]);
});
