import { type Burst, versionsDiffer } from '../../model/burst.ts';
import { normaliseHashtag } from '../../model/hashtag.ts';
import type { BurstQuery } from '../../ports/burst-store.ts';

/** Whether a burst is one that the query asks for; a burst that was never judged has no level. */
export function passes(burst: Burst, query: BurstQuery): boolean {
  return (
    burst.startMs >= query.fromMs &&
    burst.startMs < query.toMs &&
    (query.level === undefined || burst.verdict?.level === query.level) &&
    (query.source === undefined || burst.source === query.source) &&
    (query.differs === undefined || versionsDiffer(burst)) &&
    (query.q === undefined || normaliseHashtag(burst.hashtag).includes(query.q))
  );
}
