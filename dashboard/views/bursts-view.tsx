import { useCallback, useState } from 'preact/hooks';
import type { BurstBrief } from '../../functions/contract/burst.ts';
import { Level } from '../../functions/contract/verdict.ts';
import type { ApiClient } from '../api-client.ts';
import { useApi } from '../api-context.ts';
import { LEVEL_WORDS } from '../level-words.ts';
import { BurstItem } from '../parts/burst-item.tsx';
import { LoadFrame } from '../parts/load-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useLoaded } from '../use-loaded.ts';
import { counted } from '../wording.ts';

const REFRESH_MS = 5_000;
const PAGE = 25;

type Filter = { readonly level: string; readonly q: string; readonly differs: boolean };

const NO_FILTER: Filter = { level: '', q: '', differs: false };
type Found = { readonly bursts: readonly BurstBrief[]; readonly more: boolean };

/** Bursts of the last 30 days, newest first. */
export function BurstsView() {
  const api = useApi();
  const [filter, setFilter] = useState(NO_FILTER);
  const [pages, setPages] = useState(1);
  const load = useCallback(() => findBursts(api, filter, pages), [api, filter, pages]);
  const { loaded, reload } = useLoaded(load, REFRESH_MS);
  const change = (changed: Partial<Filter>) => {
    setFilter({ ...filter, ...changed });
    setPages(1);
  };

  return (
    <>
      <ViewTitle text="Bursts" />
      <p class="lead">
        Hashtags that rose far above their own past in the last 30 days, newest first.
      </p>
      <FilterBar filter={filter} change={change} />
      <LoadFrame loaded={loaded} what="bursts" reload={reload}>
        {({ bursts, more }) => (
          <>
            <p class="count" role="status">
              {bursts.length === 0
                ? ''
                : `${counted(bursts.length, 'burst')}${more ? ' so far' : ''}`}
            </p>
            {bursts.length === 0 && <NoBursts filtered={isFiltered(filter)} />}
            <ul class="bursts">
              {bursts.map((burst) => (
                <BurstItem key={burst.burstId} burst={burst} />
              ))}
            </ul>
            {more && (
              <button type="button" class="more" onClick={() => setPages(pages + 1)}>
                Show older
              </button>
            )}
          </>
        )}
      </LoadFrame>
    </>
  );
}

function FilterBar(props: { filter: Filter; change: (changed: Partial<Filter>) => void }) {
  const { filter, change } = props;
  return (
    <search class="filters">
      <label>
        Verdict
        <select
          value={filter.level}
          onChange={(event) => change({ level: event.currentTarget.value })}
        >
          <option value="">all</option>
          {[...Level.options].reverse().map((level) => (
            <option key={level} value={level}>
              {LEVEL_WORDS[level].name.toLowerCase()}
            </option>
          ))}
        </select>
      </label>
      <label>
        Hashtag
        <input
          type="search"
          dir="auto"
          placeholder="any"
          value={filter.q}
          onInput={(event) => change({ q: event.currentTarget.value })}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={filter.differs}
          onChange={(event) => change({ differs: event.currentTarget.checked })}
        />
        versions differ
      </label>
    </search>
  );
}

function isFiltered({ level, q, differs }: Filter): boolean {
  return level !== '' || q !== '' || differs;
}

function NoBursts({ filtered }: { filtered: boolean }) {
  if (filtered)
    return <Notice kind="empty" title="No burst of the last 30 days fits this filter" />;
  return (
    <Notice kind="empty" title="No bursts yet">
      <p class="detail">
        A burst appears here within minutes of a watched hashtag rising far above its own past. See
        what is <a href="#/watches">watched</a>, or <a href="#/checks">check a hashtag now</a>.
      </p>
    </Notice>
  );
}

/** Asks for page after page, so that a refresh shows as many as the reader had before. */
async function findBursts(api: ApiClient, filter: Filter, pages: number): Promise<Found> {
  const bursts: BurstBrief[] = [];
  let next: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (filter.level !== '') query.set('level', filter.level);
    if (filter.q.trim() !== '') query.set('q', filter.q.trim());
    if (filter.differs) query.set('differs', 'true');
    if (next !== null) query.set('cursor', next);
    const found = await api.bursts(query);
    bursts.push(...found.bursts);
    next = found.next;
    if (next === null) break;
  }
  return { bursts, more: next !== null };
}
