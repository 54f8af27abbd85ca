import { describe, expect, it } from 'vitest';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryEventStore } from '../../functions/adapters/memory/event-store.ts';
import { memoryTideStore } from '../../functions/adapters/memory/tide-store.ts';
import type { Alert, AlertMessage } from '../../functions/model/alert.ts';
import { composeAlert } from '../../functions/steps/compose-alert.ts';
import { publish, sweepAlerts } from '../../functions/steps/publish.ts';
import { aBaseline, aChunk } from '../support/a-baseline.ts';
import { aBurst } from '../support/a-burst.ts';
import { NO_OCCASION } from '../support/a-known-event.ts';
import { aVerdict } from '../support/a-verdict.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const PAGE = { pageUrl: 'https://page.example' };

function pending(level: Alert['level'] = 'coordinated', raisedMs = NOON + 1): Alert {
  return { alertId: `x#${level}`, level, state: 'pending', raisedMs, sentMs: null };
}

function alarmed(hashtag = 'harbour', alert: Alert | null = pending()) {
  const watchId = `replay:${hashtag}`;
  const named = alert && { ...alert, alertId: `${watchId}/${NOON}#${alert.level}` };
  return aBurst({ watchId, hashtag, startMs: NOON, verdict: aVerdict(), alert: named });
}

function open() {
  const taken: AlertMessage[] = [];
  const refused = new Set<string>();
  const ports = {
    bursts: memoryBurstStore(),
    baselines: memoryBaselineStore(),
    tides: memoryTideStore(),
    events: memoryEventStore(),
    topic: {
      publish: async (message: AlertMessage) => {
        if (refused.has(message.hashtag)) throw new Error(`refused ${message.hashtag}`);
        taken.push(message);
      },
    },
  };
  return { ports, taken, refused };
}

describe('a pending alert', () => {
  it('is sent once, and marked when the topic has taken it', async () => {
    const { ports, taken } = open();
    const { burstId, watchId } = await ports.bursts.save(alarmed());

    const alertId = `${burstId}#coordinated`;
    expect(await publish(burstId, NOON + 5, ports, PAGE)).toBe(alertId);
    expect(await publish(burstId, NOON + 6, ports, PAGE)).toBeUndefined();

    expect(taken.map((message) => message.alertId)).toEqual([alertId]);
    expect((await ports.bursts.get(watchId, NOON))?.alert).toMatchObject({
      state: 'sent',
      sentMs: NOON + 5,
    });
  });

  it('stays pending when the topic does not take it', async () => {
    const { ports, refused } = open();
    const { burstId, watchId } = await ports.bursts.save(alarmed());
    refused.add('harbour');

    await expect(publish(burstId, NOON, ports, PAGE)).rejects.toThrow('refused harbour');
    expect((await ports.bursts.get(watchId, NOON))?.alert?.state).toBe('pending');
    refused.clear();
    expect(await sweepAlerts(NOON, ports, PAGE)).toHaveLength(1);
  });

  it('that became graver while it was sent stays pending for the graver', async () => {
    const { ports } = open();
    const { burstId, watchId } = await ports.bursts.save(alarmed('harbour', pending('suspicious')));
    const graver = { ...pending('coordinated'), alertId: `${burstId}#coordinated` };
    const topic = {
      publish: async () => {
        const now = await ports.bursts.get(watchId, NOON);
        if (now !== undefined) await ports.bursts.save({ ...now, alert: graver });
      },
    };
    await publish(burstId, NOON, { ...ports, topic }, PAGE);
    expect((await ports.bursts.get(watchId, NOON))?.alert).toEqual(graver);
  });

  it.each(['', 'nobody', 'replay:nobody/5'])('is none for %j', async (burstId) => {
    const { ports } = open();
    expect(await publish(burstId, NOON, ports, PAGE)).toBeUndefined();
  });

  it('is none for a burst without one', async () => {
    const { ports, taken } = open();
    const { burstId } = await ports.bursts.save(alarmed('harbour', null));
    expect(await publish(burstId, NOON, ports, PAGE)).toBeUndefined();
    expect(taken).toEqual([]);
  });
});

describe('the sweep', () => {
  it('sends all that is left, though one of them cannot be sent', async () => {
    const { ports, taken, refused } = open();
    for (const [index, hashtag] of ['a', 'b', 'c'].entries()) {
      await ports.bursts.save(alarmed(hashtag, pending('suspicious', NOON + index)));
    }
    refused.add('a');

    await expect(sweepAlerts(NOON, ports, PAGE)).rejects.toThrow('1 pending alerts');
    expect(taken.map(({ hashtag }) => hashtag)).toEqual(['b', 'c']);
    refused.clear();
    expect(await sweepAlerts(NOON, ports, PAGE)).toEqual([`replay:a/${NOON}#suspicious`]);
  });
});

describe('an alert as it is told', () => {
  it('shows an hour before the burst and what is known since, a missed bucket as missed', async () => {
    const { ports, taken } = open();
    const startMs = NOON - 90 * MINUTE_MS;
    const posts = [...Array.from({ length: 18 }, (_, index) => index), 400, null, 500];
    await ports.baselines.save(
      aBaseline({ volume: aChunk({ startMs, posts, expected: posts }) }),
      [],
    );
    const { burstId } = await ports.bursts.save(alarmed());
    await publish(burstId, NOON, ports, PAGE);

    expect(taken[0]?.volume).toEqual([...posts.slice(6, 18), 400, null, 500]);
  });

  it('reaches back over completed chunks, with what lies between as missed', async () => {
    const { ports, taken } = open();
    const before = { startMs: NOON - 30 * MINUTE_MS, posts: [1, 2], expected: [1, 1] };
    const since = { startMs: NOON - 10 * MINUTE_MS, posts: [3, 4, 900], expected: [1, 1, 1] };
    await ports.baselines.save(aBaseline({ volume: aChunk(since) }), [aChunk(before)]);
    const { burstId } = await ports.bursts.save(alarmed());
    await publish(burstId, NOON, ports, PAGE);

    expect(taken[0]?.volume).toEqual([1, 2, null, null, 3, 4, 900]);
  });

  it('keeps to the bars of one line however long the burst lasts', async () => {
    const { ports, taken } = open();
    const posts = Array.from({ length: 72 }, (_, index) => index);
    await ports.baselines.save(
      aBaseline({ volume: aChunk({ startMs: NOON - 60 * MINUTE_MS, posts, expected: posts }) }),
      [],
    );
    const { burstId } = await ports.bursts.save(alarmed());
    await publish(burstId, NOON, ports, PAGE);

    expect(taken[0]?.volume).toHaveLength(36);
  });

  it('names the server, the burst and its page', () => {
    const hashtag = 'سیلاب';
    const burst = aBurst({
      watchId: `mastodon:${hashtag}@one.example`,
      source: 'mastodon',
      place: 'one.example',
      hashtag,
      verdict: aVerdict(),
      alert: pending(),
    });
    const message = composeAlert(burst, [1, null], NO_OCCASION, PAGE.pageUrl);

    expect(message).toMatchObject({
      source: 'mastodon (one.example)',
      hashtag,
      burstId: burst.burstId,
      level: 'coordinated',
      posts: 412,
      accounts: 96,
      volume: [1, null],
      link: `https://page.example/#/bursts/${encodeURIComponent(burst.burstId)}`,
    });
    expect(message?.reasons).not.toEqual([]);
    expect(message?.alternative).toMatch(/^It could also be /);
  });

  it('is none without an alert, and none without a verdict', () => {
    expect(composeAlert(aBurst({ verdict: aVerdict() }), [], NO_OCCASION, '')).toBeUndefined();
    expect(composeAlert(aBurst({ alert: pending() }), [], NO_OCCASION, '')).toBeUndefined();
  });
});
