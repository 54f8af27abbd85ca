import type { SealedPost } from '../../model/post.ts';
import type { Vouched } from '../../model/vouched.ts';
import type { Drawn, IngestStore } from '../../ports/ingest-store.ts';
import { newsOf } from '../stored/news-of.ts';
import { uniteHandedIn } from '../stored/unite-handed-in.ts';
import { versionedShelf } from './versioned.ts';

const MINUTE_MS = 60_000;

export function memoryIngestStore(): IngestStore {
  const records = new Map<string, SealedPost[]>();
  const vouched = versionedShelf<Vouched>();
  const drawn = new Map<string, Drawn>();
  const nameOf = ({ partner, hashtag }: Pick<Vouched, 'partner' | 'hashtag'>) =>
    JSON.stringify([partner, hashtag]);

  return {
    async add(shelf, posts) {
      const there = records.get(nameOf(shelf)) ?? [];
      const { records: added, fresh, ended } = newsOf(posts, there);
      records.set(nameOf(shelf), [...there, ...structuredClone(added)]);
      return { fresh, ended };
    },

    async *read(shelf, fromMs, toMs, order) {
      const minutes = Map.groupBy(
        uniteHandedIn(records.get(nameOf(shelf)) ?? []).filter(
          ({ createdMs }) => createdMs >= fromMs && createdMs < toMs,
        ),
        ({ createdMs }) => Math.floor(createdMs / MINUTE_MS),
      );
      const sign = order === 'oldest-first' ? 1 : -1;
      const sorted = [...minutes].sort(([one], [other]) => sign * (one - other));
      for (const [, posts] of sorted) yield posts;
    },

    vouched: async (partner, hashtag) => vouched.get(nameOf({ partner, hashtag })),
    saveVouched: async (state) => vouched.save(nameOf(state), state),
    forget: async (shelf) => void vouched.remove(nameOf(shelf)),

    async draw(partner, lines, atMs) {
      const name = JSON.stringify([partner, Math.floor(atMs / MINUTE_MS)]);
      const before = drawn.get(name) ?? { batches: 0, lines: 0 };
      const now = { batches: before.batches + 1, lines: before.lines + lines };
      drawn.set(name, now);
      return now;
    },
  };
}
