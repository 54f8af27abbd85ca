import { describe, expect, it } from 'vitest';
import { memoryPostStore } from '../../functions/adapters/memory/post-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import type { Burst } from '../../functions/model/burst.ts';
import { SourceError } from '../../functions/model/errors.ts';
import type { SourceCapability } from '../../functions/ports/source.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { keepPosts } from '../../functions/steps/keep-posts.ts';
import { aBurst } from '../support/a-burst.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const at = (minutes: number) => NOON + minutes * MINUTE_MS;
const watch = aWatch();
const burst = aBurst({ startMs: NOON, postsUntilMs: NOON, changedMs: NOON });

function open(deletions: SourceCapability['deletions'] = 'looked-up') {
  const { source, script } = scriptedSource({ deletions });
  const posts = memoryPostStore();
  const ports = { posts, secret: secretFrom('a key for tests') };
  const keep = (atMs: number, some: Partial<Burst> = {}, settings = POLLING) =>
    keepPosts({ ...burst, ...some }, watch, source, atMs, ports, settings);
  const ids = async () => (await posts.read(burst.burstId)).map(({ id }) => id);
  return { source, script, posts, keep, ids };
}

/** A post `minutes` after noon. */
const made = (number: number, minutes: number) => aSourcePost(number, { createdMs: at(minutes) });

describe('the posts of a burst', () => {
  it('are kept sealed: without text, author or anything that was written', async () => {
    const { script, keep, posts } = open();
    script.posts = [made(1, 0.5)];
    expect(await keep(at(1))).toMatchObject({ posts: 1, gone: 0, untilMs: at(1) });

    const [kept] = await posts.read(burst.burstId);
    expect(kept).toMatchObject({ id: 'post-1', createdMs: at(0.5), deletedMs: null });
    expect(kept?.account).toBe(secretFrom('a key for tests').pseudonym('replay', 'author-1'));
    expect(JSON.stringify(kept)).not.toMatch(/harbour|boats|author-1/);
  });

  it('are read from where they were kept, a little of it again, each kept once', async () => {
    const { script, keep, ids } = open();
    script.posts = [made(1, 1), made(2, 4)];
    await keep(at(5));
    script.posts = [made(1, 1), made(2, 4), made(3, 4.5), made(4, 5.5)];
    const kept = await keep(at(6), { postsUntilMs: at(5), changedMs: at(5) });

    expect(kept).toMatchObject({ posts: 2, gone: 0, untilMs: at(6) });
    expect(await ids()).toEqual(['post-1', 'post-2', 'post-3', 'post-4']);
    expect(script.asked.filter(({ what }) => what === 'posts')).toEqual([
      { what: 'posts', fromMs: NOON, toMs: at(5) },
      { what: 'posts', fromMs: at(3), toMs: at(6) },
    ]);
  });

  it('are the newest where there are too many', async () => {
    const { script, keep, ids } = open();
    script.posts = [made(1, 1), made(2, 2), made(3, 3)];
    await keep(at(5), {}, { ...POLLING, postsPerPoll: 2 as 5000 });
    expect(await ids()).toEqual(['post-2', 'post-3']);
  });

  it('end with the burst', async () => {
    const { script, keep, ids } = open();
    script.posts = [made(1, 1), made(2, 5), made(3, 6)];
    expect(await keep(at(7), { endMs: at(5) })).toMatchObject({ untilMs: at(5) });
    expect(await ids()).toEqual(['post-1']);
    const again = await keep(at(8), { endMs: at(5), postsUntilMs: at(5), changedMs: at(7) });
    expect(again).toMatchObject({ posts: 0, gone: 0, untilMs: at(5) });
    expect(script.asked.filter(({ what }) => what === 'posts')).toHaveLength(1);
  });

  it('tell which other hashtags stand in those made since the last, each post once', async () => {
    const { script, keep } = open();
    const tagged = (number: number, minutes: number, ...others: string[]) =>
      aSourcePost(number, { createdMs: at(minutes), hashtags: ['harbour', ...others] });
    script.posts = [tagged(1, 1, 'boats', 'boats'), tagged(2, 2)];
    const first = await keep(at(3));
    const again = await keep(at(3));
    script.posts.push(tagged(3, 2.5, 'late'), tagged(4, 3.5, 'boats', 'sea'));
    const next = await keep(at(4), { postsUntilMs: at(3), changedMs: at(3) });

    expect(first.company).toEqual({ posts: 2, counts: { boats: 1 } });
    expect(again.company).toEqual(first.company);
    expect(next.company).toEqual({ posts: 1, counts: { boats: 1, sea: 1 } });
  });

  it('that vanish are noted, with the poll that first missed them', async () => {
    const { script, keep, posts } = open();
    script.posts = [made(1, 1), made(2, 2)];
    await keep(at(5));
    script.gone.add('post-1');
    const missed = await keep(at(6), { postsUntilMs: at(5), changedMs: at(5) });
    const quiet = await keep(at(7), { postsUntilMs: at(6), changedMs: at(6) });

    expect(missed).toMatchObject({ posts: 0, gone: 1 });
    expect(quiet).toMatchObject({ posts: 0, gone: 0 });
    const deleted = (await posts.read(burst.burstId)).map(({ deletedMs }) => deletedMs);
    expect(deleted).toEqual([at(6), null]);
  });

  it('are looked for while they are young, and only where deletion shows', async () => {
    const { script, keep } = open();
    script.posts = [made(1, 1)];
    await keep(at(5));
    script.gone.add('post-1');
    const late = await keep(at(32), { postsUntilMs: at(5), changedMs: at(5), lookedMs: at(31) });
    expect(late).toMatchObject({ gone: 0, lookedMs: at(31) });

    const blind = open('unseen');
    blind.script.posts = [made(1, 1)];
    await blind.keep(at(2));
    blind.script.gone.add('post-1');
    await blind.keep(at(3), { postsUntilMs: at(2), changedMs: at(2) });
    expect(blind.script.asked.filter(({ what }) => what === 'missing')).toEqual([]);
  });

  it('of a poll that died before it noted them still count as news', async () => {
    const { script, keep } = open();
    script.posts = [made(1, 1)];
    await keep(at(2));
    script.posts.push(made(2, 1.5));
    script.gone.add('post-1');

    expect(await keep(at(3))).toMatchObject({ gone: 1, posts: 1 });
    // Died again: nothing was noted in the burst, and there is nothing new.
    expect(await keep(at(4))).toMatchObject({ gone: 1 });
    const alone = open();
    alone.script.posts = [made(1, 1)];
    await alone.keep(at(2));
    expect(await alone.keep(at(3))).toMatchObject({ posts: 1, gone: 0 });
  });

  it('stay as they are when the source fails', async () => {
    const { script, keep, ids } = open();
    script.posts = [made(1, 1)];
    await keep(at(2));
    script.fails = 'too slow';
    await expect(keep(at(3))).rejects.toThrow(SourceError);
    expect(await ids()).toEqual(['post-1']);
  });
});
