import type { OccasionView } from '../../functions/contract/event.ts';

/** What the calendar of known events says of a burst. It is no part of the verdict. */
export function EventPanel({ occasion }: { occasion: OccasionView }) {
  const { near, sentences, pattern } = occasion;
  return (
    <section class="card events" aria-labelledby="events-title">
      <h2 id="events-title">Known events</h2>
      {sentences.length === 0 ? (
        <p>The calendar knows of no event that this burst began with.</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>
              <bdi>{sentence}</bdi>
            </li>
          ))}
        </ul>
      )}
      {near.length > 0 && (
        <p>
          Who says so:{' '}
          {near.map(({ event }, index) => (
            <span key={event.eventId}>
              {index > 0 && ', '}
              <a href={event.statedBy} rel="noreferrer nofollow" target="_blank">
                {event.statedBy}
              </a>
            </span>
          ))}
        </p>
      )}
      <p class="fine">{patternNote(pattern)} Events change no verdict: they are words beside it.</p>
    </section>
  );
}

/** One that stands is told among the sentences. */
function patternNote(pattern: OccasionView['pattern']): string {
  if (pattern.state === 'unmeasured')
    return `Whether its coordinated bursts keep beginning with one kind of event is not known: ${pattern.reason}.`;
  if (pattern.stands) return '';
  return `Its coordinated bursts do not keep beginning with one kind of event: ${pattern.near} of ${pattern.bursts} at most, ${pattern.expected.toFixed(1)} by chance.`;
}
