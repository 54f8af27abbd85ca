import type { VerdictView } from '../../functions/contract/verdict.ts';
import { LEVEL_WORDS } from '../level-words.ts';
import { FAMILY_WORDS } from '../signal-words.ts';
import { counted, span } from '../wording.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { LevelBadge } from './level-badge.tsx';
import { SharePicture } from './share-picture.tsx';
import { Strength } from './strength.tsx';

type VerdictProps = {
  readonly verdict: VerdictView;
  /** A public call to post is on record. @default false */
  readonly openly?: boolean;
};

/** A verdict with its defence: reasons, the innocent reading, the evidence, the version of the thresholds. */
export function VerdictPanel({ verdict, openly = false }: VerdictProps) {
  const { level, standing, headline } = verdict;
  const reasons = verdict.reasons.filter((reason) => !headline.endsWith(reason));
  return (
    <>
      <section class={`card verdict ${level}`} aria-label="Verdict">
        <div class="line">
          <LevelBadge level={level} />
          {openly && <span class="tag">openly, as publicly called for</span>}
          {level !== 'undecided' && <Strength value={verdict.strength} />}
        </div>
        <p class="headline">{headline}</p>
        <p class="means">{LEVEL_WORDS[level].means}</p>
        {reasons.length > 0 && (
          <>
            <h2>Reasons</h2>
            <ol class="reasons">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ol>
          </>
        )}
        {verdict.share !== null && <SharePicture share={verdict.share} />}
        {standing.length > 0 && (
          <p class="standing">
            Kinds of evidence that stand:{' '}
            {standing.map((family) => FAMILY_WORDS[family] ?? family).join(', ')}.
          </p>
        )}
      </section>
      <section class="card alternative" aria-labelledby="alternative-title">
        <h2 id="alternative-title">What else could explain this, and what would decide it</h2>
        <p>{verdict.alternative}</p>
      </section>
      <section class="card" aria-labelledby="evidence-title">
        <h2 id="evidence-title">Evidence</h2>
        <EvidenceTable verdict={verdict} />
        <p class="fine">
          {judgedOn(verdict)} Score: how surprising this would be in an ordinary crowd, as −log₁₀ p:
          3 is one in a thousand. The burst’s own is against this hashtag’s past. Thresholds version{' '}
          <code>{verdict.thresholds}</code>. A verdict speaks of coordination; posts cannot show who
          asked for it, or why.
        </p>
      </section>
    </>
  );
}

function judgedOn({ posts, accounts, start, end }: VerdictView): string {
  if (posts === 0) return 'There was no post to judge.';
  return `Judged on ${counted(posts, 'post')} from ${counted(accounts, 'account')}, ${span(start, end)}.`;
}
