import type { WatchView } from '../../functions/contract/watch.ts';
import { ageWords } from '../age-words.ts';
import { placeName } from '../source-words.ts';
import { dayOf, timeOf } from '../wording.ts';
import { HashtagName } from './hashtag-name.tsx';

export function WatchTable(props: {
  watches: readonly WatchView[];
  change: (watchId: string, paused: boolean) => void;
  keep: (watchId: string) => void;
  remove: (watchId: string) => void;
}) {
  return (
    <div class="card scroll">
      <table class="watches stacked">
        <thead>
          <tr>
            <th scope="col">Hashtag</th>
            <th scope="col">Source</th>
            <th scope="col">Every</th>
            <th scope="col">State</th>
            <th scope="col">
              <span class="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.watches.map((watch) => (
            <tr key={watch.watchId}>
              <th scope="row">
                <HashtagName hashtag={watch.hashtag} display={watch.display} />
              </th>
              <td>{placeName(watch)}</td>
              <td data-label="every">{isUrgent(watch) ? 1 : watch.intervalMinutes} min</td>
              <td class="state">
                <WatchState watch={watch} />
              </td>
              <td class="actions">
                {watch.origin !== null && (
                  <button type="button" onClick={() => props.keep(watch.watchId)}>
                    Keep<span class="unseen"> #{watch.display ?? watch.hashtag}</span>
                  </button>
                )}
                <button
                  type="button"
                  onClick={() => props.change(watch.watchId, watch.state !== 'paused')}
                >
                  {watch.state === 'paused' ? 'Resume' : 'Pause'}
                  <span class="unseen"> #{watch.display ?? watch.hashtag}</span>
                </button>
                <button type="button" onClick={() => sure(watch) && props.remove(watch.watchId)}>
                  Remove<span class="unseen"> #{watch.display ?? watch.hashtag}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WatchState({ watch }: { watch: WatchView }) {
  const { state, health } = watch;
  const age = ageWords(watch.baseline);
  return (
    <>
      <span class={`tag ${state}`}>{state}</span>
      {age !== '' && <span class="age">{age}</span>}
      {watch.origin !== null && (
        <span class="age">
          found trending at {watch.origin.list}; watched until {dayOf(watch.origin.until)} at most
        </span>
      )}
      {health.state === 'stale' && (
        <span class="stale">
          stale since {dayOf(health.since)}, {timeOf(health.since)} UTC: {health.reason}
          {retryWords(health)}
        </span>
      )}
    </>
  );
}

/** A source whose budget is spent may be asked again next month only. */
function retryWords({ since, retryAt }: Extract<WatchView['health'], { state: 'stale' }>): string {
  if (retryAt === null) return '';
  const day = dayOf(retryAt) === dayOf(since) ? '' : `${dayOf(retryAt)}, `;
  return `; asked again at ${day}${timeOf(retryAt)} UTC`;
}

function sure(watch: WatchView): boolean {
  return confirm(
    `Stop watching #${watch.display ?? watch.hashtag} and forget its past? Its bursts stay on record.`,
  );
}

/** Polled every minute, whatever its interval. */
function isUrgent({ state }: WatchView): boolean {
  return state === 'bursting' || state === 'suspected';
}
