import type { TideStore } from '../ports/tide-store.ts';
import type { Topic } from '../ports/topic.ts';
import { amendTide } from './amend-tide.ts';
import { composeSurge } from './compose-surge.ts';

export type PublishSurgePorts = {
  readonly tides: Pick<TideStore, 'get' | 'save'>;
  readonly topic: Topic;
};

/**
 * Tells a source's surge if that is still to be done. It is marked as sent after the topic took it, so a
 * crash between the two tells it again under the same id.
 *
 * @param counter who counted what surged; see model/surge `counterOf`
 * @returns the notice's id; undefined if there was none to tell
 */
export async function publishSurge(
  counter: string,
  atMs: number,
  { tides, topic }: PublishSurgePorts,
  settings: { readonly pageUrl: string },
): Promise<string | undefined> {
  const tide = await tides.get(counter);
  if (tide?.surge?.notice.state !== 'pending') return undefined;
  const message = composeSurge(tide, tide.surge, settings.pageUrl);
  await topic.publish(message);
  await amendTide(tides, tide, (now) =>
    now.surge?.notice.noticeId === message.alertId && now.surge.notice.state === 'pending'
      ? {
          ...now,
          surge: { ...now.surge, notice: { ...now.surge.notice, state: 'sent', sentMs: atMs } },
        }
      : now,
  );
  return message.alertId;
}
