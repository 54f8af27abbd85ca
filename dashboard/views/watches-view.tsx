import { useCallback, useState } from 'preact/hooks';
import type { WatchView } from '../../functions/contract/watch.ts';
import type { ApiClient } from '../api-client.ts';
import { useApi } from '../api-context.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { LoadFrame } from '../parts/load-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { SourceTable } from '../parts/source-table.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { WatchForm } from '../parts/watch-form.tsx';
import { WatchTable } from '../parts/watch-table.tsx';
import { useLoaded } from '../use-loaded.ts';

const REFRESH_MS = 15_000;
const PAGE = 200;

/** The hashtags under observation and whether they can be read. */
export function WatchesView() {
  const api = useApi();
  const [pages, setPages] = useState(1);
  const [fault, setFault] = useState<Error | null>(null);
  const load = useCallback(() => findWatches(api, pages), [api, pages]);
  const { loaded, reload } = useLoaded(load, REFRESH_MS);
  const act = (done: Promise<unknown>) => {
    setFault(null);
    return done.catch(setFault).finally(reload);
  };
  return (
    <>
      <ViewTitle text="Watches" />
      <p class="lead">Hashtags under observation, and whether their sources can be read.</p>
      {fault && <FaultNote error={fault} />}
      <LoadFrame loaded={loaded} what="watches" reload={reload}>
        {({ watches, more }) => (
          <>
            {watches.length === 0 ? (
              <Notice kind="empty" title="Nothing is watched yet" />
            ) : (
              <WatchTable
                watches={watches}
                change={(watchId, paused) => act(api.changeWatch(watchId, { paused }))}
                keep={(watchId) => act(api.changeWatch(watchId, { keep: true }))}
                remove={(watchId) => act(api.removeWatch(watchId))}
              />
            )}
            {more && (
              <button type="button" class="more" onClick={() => setPages(pages + 1)}>
                Show more
              </button>
            )}
          </>
        )}
      </LoadFrame>
      <WatchForm add={(wish) => api.addWatch(wish).finally(reload)} />
      <Sources />
    </>
  );
}

function Sources() {
  const api = useApi();
  const load = useCallback(() => api.sources(), [api]);
  const { loaded, reload } = useLoaded(load, null);
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <p class="lead">What each can tell. What a source cannot tell is shown as not measured.</p>
      <LoadFrame loaded={loaded} what="the sources" reload={reload}>
        {({ sources }) => <SourceTable sources={sources} />}
      </LoadFrame>
    </section>
  );
}

async function findWatches(api: ApiClient, pages: number) {
  const watches: WatchView[] = [];
  let next: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (next !== null) query.set('cursor', next);
    const found = await api.watches(query);
    watches.push(...found.watches);
    next = found.next;
    if (next === null) break;
  }
  return { watches, more: next !== null };
}
