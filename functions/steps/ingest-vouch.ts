import { type Vouching, type VouchSettings, vouch } from '../model/vouched.ts';
import type { IngestStore } from '../ports/ingest-store.ts';
import { eachOf } from './each-of.ts';
import { amendVouched } from './ingest-shelf.ts';

type Said = Vouching & { readonly hashtags: readonly string[] | null };

/** Notes what a partner vouches for, of every hashtag or of those it named, as far as they are watched. */
export async function vouchFor(
  partner: string,
  vouchings: readonly Said[],
  watched: ReadonlyMap<string, unknown>,
  atMs: number,
  store: IngestStore,
  settings: VouchSettings,
): Promise<void> {
  const general = vouchings.filter(({ hashtags }) => hashtags === null);
  const note = (hashtag: string | null, said: readonly Said[]) =>
    amendVouched({ partner, hashtag }, atMs, store, (vouched) =>
      said.reduce((now, one) => vouch(now, one, atMs, settings), vouched),
    );
  if (general.length > 0) await note(null, general);
  const named = new Set(vouchings.flatMap(({ hashtags }) => hashtags ?? []));
  await eachOf(
    [...named].filter((hashtag) => watched.has(hashtag)),
    (hashtag) =>
      note(
        hashtag,
        vouchings.filter(({ hashtags }) => hashtags?.includes(hashtag)),
      ),
  );
}
