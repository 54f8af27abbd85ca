import { useCallback, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { CheckView as Check } from '../../functions/contract/check.ts';
import { useApi } from '../api-context.ts';
import { HashtagName } from '../parts/hashtag-name.tsx';
import { KnownBursts } from '../parts/known-bursts.tsx';
import { LoadFrame } from '../parts/load-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { VerdictPanel } from '../parts/verdict-panel.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { placeName } from '../source-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { counted, dayOf, timeOf } from '../wording.ts';

const REFRESH_MS = 1_000;

/** One check: how far it got, then its verdict. */
export function CheckView({ checkId }: { checkId: string }) {
  const api = useApi();
  const [ended, setEnded] = useState(false);
  const load = useCallback(async () => {
    const check = await api.check(checkId);
    if (check.state === 'done' || check.state === 'failed') setEnded(true);
    return check;
  }, [api, checkId]);
  const { loaded, reload } = useLoaded(load, ended ? null : REFRESH_MS);
  return (
    <>
      <p class="crumb">
        <Link href="/checks">← Another check</Link>
      </p>
      <LoadFrame loaded={loaded} what="the check" reload={reload}>
        {(check) => <CheckArticle check={check} />}
      </LoadFrame>
    </>
  );
}

function CheckArticle({ check }: { check: Check }) {
  const { source, place, createdAt } = check;
  return (
    <article>
      <ViewTitle text={`Check of #${check.display ?? check.hashtag}`}>
        Check of <HashtagName hashtag={check.hashtag} display={check.display} />
      </ViewTitle>
      <p class="lead">
        Asked {dayOf(createdAt)}, {timeOf(createdAt)} UTC ·{' '}
        {source === null ? 'posts from a file' : placeName({ source, place })}
      </p>
      <CheckProgress check={check} />
      {check.verdict !== null && <VerdictPanel verdict={check.verdict} />}
      {check.verdict !== null && source !== null && (
        <KnownBursts source={source} hashtag={check.hashtag} />
      )}
    </article>
  );
}

function CheckProgress({ check }: { check: Check }) {
  const read = `${counted(check.postsRead, 'post')} read`;
  if (check.state === 'failed') {
    return (
      <Notice kind="failed" title="The check failed">
        <p class="detail">
          {check.failure ?? 'no reason was kept'} ({read})
        </p>
      </Notice>
    );
  }
  if (check.state === 'done') return <p role="status">{read}.</p>;
  return (
    <div class="card" role="status">
      <label>
        {check.state === 'waiting' ? 'Waiting for its turn' : read}
        <progress aria-label="progress of the check" />
      </label>
    </div>
  );
}
