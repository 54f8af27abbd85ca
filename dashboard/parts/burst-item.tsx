import { Link } from 'wouter-preact';
import type { BurstBrief } from '../../functions/contract/burst.ts';
import { Spark } from '../charts/spark.tsx';
import { LEVEL_WORDS } from '../level-words.ts';
import { placeName } from '../source-words.ts';
import { afterStart, counted, roseWith, span } from '../wording.ts';
import { HashtagName } from './hashtag-name.tsx';
import { LevelBadge } from './level-badge.tsx';
import { Strength } from './strength.tsx';

/** One burst in the list. */
export function BurstItem({ burst }: { burst: BurstBrief }) {
  const { verdict } = burst;
  return (
    <li class={`card burst ${verdict?.level ?? 'unjudged'}`}>
      <div class="what">
        <div class="line">
          <LevelBadge level={verdict?.level ?? null} />
          {verdict && verdict.level !== 'undecided' && <Strength value={verdict.strength} />}
          {burst.shadow?.differs && (
            <span
              class="tag differs"
              title={`Version ${burst.shadow.thresholds}, on trial, says so`}
            >
              on trial: {LEVEL_WORDS[burst.shadow.level].name.toLowerCase()}
            </span>
          )}
          {burst.end === null && <span class="tag live">going on</span>}
        </div>
        <h2>
          <Link href={`/bursts/${encodeURIComponent(burst.burstId)}`}>
            <HashtagName hashtag={burst.hashtag} display={burst.display} />
          </Link>
        </h2>
        <p class="reason">
          {verdict?.reasons[0] ?? verdict?.headline ?? 'The posts are being read.'}
        </p>
        <p class="meta">
          <time dateTime={burst.start}>{span(burst.start, burst.end)}</time>
          <span>{placeName(burst)}</span>
          {verdict && (
            <span>
              {counted(verdict.posts, 'post')} from {counted(verdict.accounts, 'account')}
            </span>
          )}
          {burst.firstSuspicious && (
            <span>first suspicious {afterStart(burst.start, burst.firstSuspicious)}</span>
          )}
          {burst.surge && <span class="tag">{roseWith(burst.surge)}</span>}
          {burst.young && <span class="tag">little past to compare with</span>}
        </p>
      </div>
      <Spark burst={burst} />
    </li>
  );
}
