import { ingestSource } from '../../../functions/adapters/ingest/ingest-source.ts';
import { memoryIngestStore } from '../../../functions/adapters/memory/ingest-store.ts';
import { secretFrom } from '../../../functions/adapters/secrets/secret.ts';
import type { SourcePost } from '../../../functions/model/post.ts';
import { INGEST } from '../../../functions/settings/ingest.ts';
import { type IngestBatch, ingest } from '../../../functions/steps/ingest.ts';
import { describeSource, type SourceHarness } from '../../ports/source.contract.ts';
import { aSourcePost } from '../../support/a-source-post.ts';
import { aWatch } from '../../support/a-watch.ts';

const ZERO_MS = Date.UTC(2026, 2, 2, 18);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const partner = 'newsroom';

/** A partner that hands in each post as it is made, and vouches for every minute when it is over. */
async function startPartner(tellsDeletions: boolean): Promise<SourceHarness> {
  const store = memoryIngestStore();
  const watches = { get: async () => aWatch({ createdMs: ZERO_MS }) };
  const ports = { ingest: store, watches, secret: secretFrom('a key for tests') };
  const made: SourcePost[] = [];
  let clockMs = ZERO_MS;
  const handIn = (batch: Omit<IngestBatch, 'partner'>) =>
    ingest({ partner, ...batch }, clockMs, ports, INGEST);
  const add = async (overrides: Partial<SourcePost>) => {
    const id = String(made.length);
    const post = aSourcePost(1, { ...overrides, id, createdMs: clockMs });
    made.push(post);
    await handIn({ posts: [{ source: 'x', post }], vouchings: [] });
    return `x:${id}`;
  };
  const find = (id: string) => made.find((post) => `x:${post.id}` === id);
  return {
    open: () => ingestSource(store, { partner, tellsDeletions }),
    nowMs: () => clockMs + 1,
    async pass() {
      clockMs += MINUTE_MS;
      const hashtags = [...new Set(made.flatMap((post) => post.hashtags))];
      const fromMs = ZERO_MS - HOUR_MS;
      await handIn({ posts: [], vouchings: [{ fromMs, untilMs: clockMs, hashtags }] });
    },
    post: (hashtag, text) => add({ hashtags: [hashtag], text }),
    repost: (id) => add({ hashtags: find(id)?.hashtags ?? [], repost: true }),
    async remove(id) {
      const post = find(id);
      if (post === undefined) throw new Error(`${id} must have been posted`);
      await handIn({
        posts: [{ source: 'x', post: { ...post, deletedMs: clockMs } }],
        vouchings: [],
      });
    },
    authorCreatedMs: aSourcePost(1).authorCreatedMs,
    async close() {},
  };
}

describeSource('ingest, of a partner that tells deletions', () => startPartner(true));
describeSource('ingest, of a partner that does not', () => startPartner(false));
