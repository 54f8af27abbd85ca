import { describeSource, type SourceHarness } from '../../ports/source.contract.ts';
import { anX } from './an-x.ts';
import { FAKE_ACCOUNT_MS, type FakeXOptions, startFakeX } from './fake-x.ts';

/** Half a minute past a whole one: the buckets that are over can be counted. */
const START_MS = Date.parse('2026-11-03T12:00:30.000Z');

async function harness(naming: FakeXOptions['naming']): Promise<SourceHarness> {
  const fake = await startFakeX({ startMs: START_MS, naming: naming ?? 'post' });
  return {
    open: () => anX(fake.host, { mostPosts: 1_000 }),
    nowMs: fake.nowMs,
    async pass() {
      fake.advance(60_000);
    },
    async post(_, text) {
      // No two within a millisecond, as ids go.
      fake.advance(1);
      return fake.post(text);
    },
    async remove(id) {
      const post = fake.posts.get(id);
      if (post !== undefined) post.standing = false;
    },
    narrow: { open: () => anX(fake.host, { mostPosts: 20 }), posts: 45 },
    unreachable: () => anX('127.0.0.1:1'),
    authorCreatedMs: FAKE_ACCOUNT_MS,
    close: fake.close,
  };
}

describeSource('X, by the names since 2026', () => harness('post'));
describeSource('X, by the names before', () => harness('tweet'));
