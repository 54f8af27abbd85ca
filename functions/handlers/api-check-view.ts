import type { CheckView } from '../contract/check.ts';
import type { CheckReading } from './api-deps.ts';
import { instant } from './api-instant.ts';
import { verdictView } from './api-verdict-view.ts';

export function checkView({ check, words }: CheckReading): CheckView {
  return {
    checkId: check.checkId,
    createdAt: instant(check.createdMs),
    source: check.source,
    place: check.place,
    hashtag: check.hashtag,
    ...(check.display !== undefined && { display: check.display }),
    state: check.state,
    postsRead: check.postsRead,
    failure: check.failure,
    verdict: verdictView(check.verdict, words),
  };
}
