import { expect, it } from 'vitest';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryPostStore } from '../../functions/adapters/memory/post-store.ts';
import { memoryTideStore } from '../../functions/adapters/memory/tide-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { keepBurst } from '../../functions/steps/keep-burst.ts';
import { aBurst } from '../support/a-burst.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;

it('counts the company of posts once though two polls read them at the same time', async () => {
  const { source, script } = scriptedSource();
  script.posts = [1, 2, 3].map((number) => aSourcePost(number, { hashtags: ['harbour', 'boats'] }));
  const ports = {
    bursts: memoryBurstStore(),
    posts: memoryPostStore(),
    secret: secretFrom('a key for tests'),
    tides: memoryTideStore(),
  };
  const burst = await ports.bursts.save(
    aBurst({ startMs: NOON, postsUntilMs: NOON, changedMs: NOON }),
  );
  const atMs = NOON + MINUTE_MS;
  const keep = (from = source) => keepBurst(burst, aWatch(), from, atMs, ports, POLLING);
  const overtaken = {
    ...source,
    posts: async (...asked: Parameters<typeof source.posts>) => {
      const found = await source.posts(...asked);
      await keep();
      return found;
    },
  };

  const kept = await keep(overtaken);

  expect(kept.company).toEqual({ posts: 3, counts: { boats: 3 } });
  expect((await ports.bursts.get(burst.watchId, NOON))?.company).toEqual(kept.company);
});
