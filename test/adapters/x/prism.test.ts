import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../../functions/model/errors.ts';
import { anX } from './an-x.ts';
import { type Prism, parametersOf, startPrism, xSpecIsHere, xSpecification } from './prism.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:30.000Z');
const NOON_MS = Date.parse('2026-11-03T12:00:00.000Z');
const span = { hashtag: 'élan', fromMs: NOON_MS - 3_600_000, toMs: NOON_MS, nowMs: NOW_MS };

type Seen = { readonly path: string; readonly names: readonly string[]; readonly status: number };

describe.skipIf(!xSpecIsHere())("xSource by X's specification", { timeout: 60_000 }, () => {
  let prism: Prism;
  beforeAll(async () => {
    prism = await startPrism();
  }, 60_000);
  afterAll(() => prism?.stop());

  /** What Prism said to each question; its answers are made up, and none to be read. */
  async function asked(naming: 'post' | 'tweet') {
    const seen: Seen[] = [];
    const x = anX(prism.host, {
      async fetch(input, init) {
        const url = new URL(String(input));
        const names = [...url.searchParams.keys()];
        if (naming === 'tweet' && names.includes('post.fields'))
          return new Response('no parameter post.fields', { status: 400 });
        const response = await fetch(input, init);
        seen.push({ path: url.pathname, names, status: response.status });
        return response;
      },
    });
    const questions = [
      () => x.counts(span, 300_000),
      () => x.counts({ ...span, fromMs: NOON_MS - 7_200_000 }, 3_600_000),
      () => x.past?.({ ...span, fromMs: NOON_MS - 7 * 86_400_000 }, 300_000),
      () => x.posts(span, 5),
      () => x.posts({ ...span, display: 'ÉLAN' }, 100),
      () => x.missing([{ id: '1460323737035677698', createdMs: NOON_MS }], 'élan', NOW_MS),
    ];
    for (const question of questions)
      await question()?.catch((error: unknown) => expect(error).toBeInstanceOf(SourceError));
    return seen;
  }

  it('refuses what the specification does not allow', async () => {
    const wrong = [
      'counts/recent?query=%23a&granularity=fortnight',
      'counts/recent?granularity=minute',
      'search/recent?query=%23a&max_results=101',
      'search/recent?query=%23a&start_time=yesterday',
      'search/recent?query=%23a&expansions=author',
    ];
    for (const path of wrong) {
      const { status } = await fetch(`http://${prism.host}/2/tweets/${path}`, {
        headers: { authorization: 'Bearer a' },
      });
      expect([path, status]).toEqual([path, 422]);
    }
  });

  it.each(['post', 'tweet'] as const)(
    'asks only what is allowed, by the names of %s',
    async (naming) => {
      const seen = await asked(naming);

      expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
      expect(new Set(seen.map(({ path }) => path))).toEqual(
        new Set(['/2/tweets/counts/recent', '/2/tweets/search/recent', '/2/tweets']),
      );
    },
  );

  it('asks by no other names than the specification has, and those of 2026', async () => {
    const spec = await xSpecification();
    for (const { path, names } of [...(await asked('post')), ...(await asked('tweet'))]) {
      const known = ['post.fields', ...parametersOf(spec, path)];

      expect(known.length).toBeGreaterThan(5);
      for (const name of names) expect(known).toContain(name);
    }
  });
});
