import { expect, it } from 'vitest';
import { timeline } from '../../../functions/adapters/mastodon/timeline.ts';

it('keeps readings of one time, of so many hashtags as are polled together', async () => {
  const asked: string[] = [];
  const { read } = timeline('one.example', {
    fetch: async (url) => {
      asked.push(new URL(String(url)).pathname);
      return new Response('[]', { headers: { link: '' } });
    },
  });
  const readOf = (hashtag: string) => read({ hashtag, toMs: 60_000, nowMs: 60_000 }, () => false);
  const first = await readOf('first');

  for (let other = 1; other < 30; other += 1) await readOf(`other${other}`);
  expect(await readOf('first')).toBe(first);

  await readOf('more');
  expect(await readOf('first')).not.toBe(first);
  expect(asked.filter((path) => path.endsWith('/first'))).toHaveLength(2);
});
