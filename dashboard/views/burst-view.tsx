import { useCallback } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { BurstView as Burst } from '../../functions/contract/burst.ts';
import { useApi } from '../api-context.ts';
import { VolumeChart } from '../charts/volume-chart.tsx';
import { EventPanel } from '../parts/event-panel.tsx';
import { HashtagName } from '../parts/hashtag-name.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { LoadFrame } from '../parts/load-frame.tsx';
import { ShadowPanel } from '../parts/shadow-panel.tsx';
import { VerdictPanel } from '../parts/verdict-panel.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { placeName } from '../source-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { afterStart, roseWith, sampleWords, span, timeOf, whole } from '../wording.ts';

const REFRESH_MS = 10_000;

/** One burst with its evidence. */
export function BurstView({ burstId }: { burstId: string }) {
  const api = useApi();
  const load = useCallback(() => api.burst(burstId), [api, burstId]);
  const { loaded, reload } = useLoaded(load, REFRESH_MS);
  return (
    <>
      <p class="crumb">
        <Link href="/">← All bursts</Link>
      </p>
      <LoadFrame loaded={loaded} what="the burst" reload={reload}>
        {(burst) => <BurstArticle burst={burst} />}
      </LoadFrame>
    </>
  );
}

function BurstArticle({ burst }: { burst: Burst }) {
  const { verdict, shadow, volume } = burst;
  return (
    <article>
      <ViewTitle text={`#${burst.display ?? burst.hashtag}`}>
        <HashtagName hashtag={burst.hashtag} display={burst.display} />
      </ViewTitle>
      <p class="lead">
        {span(burst.start, burst.end)} · {placeName(burst)}
      </p>
      <BurstFacts burst={burst} />
      <SampleNote sample={burst.sample} />
      {burst.surge && <SurgeNote surge={burst.surge} />}
      <section class="card" aria-labelledby="volume-title">
        <h2 id="volume-title">Volume</h2>
        {volume === null ? (
          <p>No volume is kept for this burst.</p>
        ) : (
          <VolumeChart burst={burst} volume={volume} />
        )}
      </section>
      {verdict === null ? (
        <section class="card verdict unjudged" aria-label="Verdict">
          <LevelBadge level={null} />
          <p>The posts of this burst are being read. A verdict follows within minutes.</p>
        </section>
      ) : (
        <VerdictPanel verdict={verdict} openly={burst.occasion.openly} />
      )}
      <EventPanel occasion={burst.occasion} />
      {verdict !== null && shadow !== null && <ShadowPanel burst={{ ...burst, verdict, shadow }} />}
    </article>
  );
}

function SurgeNote({ surge }: { surge: NonNullable<Burst['surge']> }) {
  return (
    <p class="surge">
      It {roseWith(surge)}. When so many rise together the cause is seldom in one of them: it may be
      how the source counts, or an event in the world. That says nothing of coordination; what is
      only suspicious in a surge is not alerted.
    </p>
  );
}

function SampleNote({ sample }: { sample: Burst['sample'] }) {
  const words = sampleWords(sample);
  if (words === null) return null;
  return (
    <p class="sample">
      A sample: {words}. The verdict and its shares hold for the posts kept, not for those that
      could not be read.
    </p>
  );
}

function BurstFacts({ burst }: { burst: Burst }) {
  const ratio = burst.peakPosts / Math.max(burst.expected, 0.1);
  return (
    <dl class="facts">
      <div>
        <dt>Highest</dt>
        <dd>
          {whole(burst.peakPosts)} posts in {burst.bucketMinutes} min
        </dd>
      </div>
      <div>
        <dt>Expected</dt>
        <dd>
          {burst.young
            ? 'too little past to say'
            : `about ${burst.expected < 10 ? burst.expected.toFixed(1) : whole(burst.expected)} (${whole(ratio)} times as many came)`}
        </dd>
      </div>
      <div>
        <dt>Kept</dt>
        <dd>{keptWords(burst)}</dd>
      </div>
      <div>
        <dt>First suspicious</dt>
        <dd>{afterStart(burst.start, burst.firstSuspicious)}</dd>
      </div>
      <div>
        <dt>First coordinated</dt>
        <dd>{afterStart(burst.start, burst.firstCoordinated)}</dd>
      </div>
      <div>
        <dt>Alert</dt>
        <dd>{alertWords(burst.alert)}</dd>
      </div>
    </dl>
  );
}

/** Judged without a sample: there is no count of the same time to set the posts beside. */
function keptWords({ sample, verdict }: Burst): string {
  if (sample === null)
    return verdict === null ? 'not judged yet' : 'not known: no count covers them';
  return `${whole(sample.kept)} of ${whole(sample.counted)} posts counted`;
}

function alertWords(alert: Burst['alert']): string {
  if (alert === null) return 'none';
  if (alert.sent === null) return `${alert.level}, on its way`;
  return `${alert.level}, sent ${timeOf(alert.sent)} UTC`;
}
