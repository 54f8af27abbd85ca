import { describe, expect, it } from 'vitest';
import { memoryAuthorStore } from '../../functions/adapters/memory/author-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { type PollMoment, pollAuthors } from '../../functions/steps/poll-authors.ts';
import { aBaseline } from '../support/a-baseline.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const DAY_MS = 86_400_000;
/** An even day teaches the watch, the next its source. */
const EVEN = Math.floor(Date.UTC(2026, 0, 6) / DAY_MS / 2) * 2 * DAY_MS + 1000;

function open(postsWithCounts = true) {
  const { source, script } = scriptedSource({ postsWithCounts });
  const authors = memoryAuthorStore();
  const watch = aWatch();
  const teach = (day: number, moment: PollMoment = 'quiet', fromDay: number | null = day - 1) => {
    const at = EVEN + day * DAY_MS;
    script.posts = Array.from({ length: 30 }, (_, n) =>
      aSourcePost(100 * day + n, { createdMs: at - DAY_MS + n }),
    );
    const marker = fromDay === null ? {} : { authorsUntilMs: EVEN + fromDay * DAY_MS };
    const baseline = aBaseline({ ...marker, watchId: watch.watchId, learnedUntilMs: at });
    const ports = { authors, secret: secretFrom('a key') };
    return pollAuthors(watch, baseline, moment, source, at, ports, POLLING);
  };
  const known = async (name: string) => (await authors.load(name))?.accounts;
  return { source, script, authors, watch, teach, known };
}

describe('pollAuthors', () => {
  it('teaches the watch on one day and its source on the next', async () => {
    const { teach, known, watch } = open();

    expect(await teach(0)).toBe(EVEN);
    expect([await known(watch.watchId), await known(watch.source)]).toEqual([30, undefined]);
    await teach(1);
    expect([await known(watch.watchId), await known(watch.source)]).toEqual([30, 30]);
  });

  it('teaches the same once, however often a poll is repeated', async () => {
    const { teach, known, watch } = open();
    await teach(0);
    await teach(0);

    expect(await known(watch.watchId)).toBe(30);
  });

  it.each`
    why                                     | moment     | fromDay | until
    ${'a burst is open, and begins anew'}   | ${'burst'} | ${-1}   | ${0}
    ${'nothing tells since when'}           | ${'quiet'} | ${null} | ${0}
    ${'no day has passed'}                  | ${'quiet'} | ${-0.5} | ${-0.5}
    ${'a chunk is written, and comes back'} | ${'chunk'} | ${-1}   | ${-1}
  `('teaches nothing where $why', async ({ moment, fromDay, until }) => {
    const { teach, known, watch, script } = open();

    expect(await teach(0, moment, fromDay)).toBe(EVEN + until * DAY_MS);
    expect(await known(watch.watchId)).toBeUndefined();
    expect(script.asked).toEqual([]);
  });

  it('buys no posts for it', async () => {
    const { teach, script } = open(false);
    await teach(0);

    expect(script.asked).toEqual([]);
  });

  it('does not fail a poll where a day cannot be read', async () => {
    const { teach, script, known, watch } = open();
    script.fails = 'the server is away';

    expect(await teach(0)).toBe(EVEN);
    expect(await known(watch.watchId)).toBeUndefined();
  });
});
