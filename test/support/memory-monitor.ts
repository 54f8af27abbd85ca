import { memoryAuthorStore } from '../../functions/adapters/memory/author-store.ts';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryEventStore } from '../../functions/adapters/memory/event-store.ts';
import { memoryPostStore } from '../../functions/adapters/memory/post-store.ts';
import { memoryTideStore } from '../../functions/adapters/memory/tide-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import type { AlertMessage, Message } from '../../functions/model/alert.ts';
import type { SurgeMessage } from '../../functions/model/surge.ts';
import type { AssessDue, PollDue, PublishDue } from '../../functions/ports/messages.ts';
import type { Source } from '../../functions/ports/source.ts';
import { AUTHORS } from '../../functions/settings/authors.ts';
import { burstSettings } from '../../functions/settings/burst.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { DISPATCHING } from '../../functions/settings/dispatching.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { SHADOW } from '../../functions/settings/shadow.ts';
import { TIDE } from '../../functions/settings/tide.ts';
import { assess } from '../../functions/steps/assess.ts';
import { dispatch } from '../../functions/steps/dispatch.ts';
import { poll } from '../../functions/steps/poll.ts';
import { publish, sweepAlerts } from '../../functions/steps/publish.ts';
import { publishSurge } from '../../functions/steps/publish-surge.ts';

type Sent<Message> = {
  readonly sent: Message[];
  send(messages: readonly Message[]): Promise<void>;
};

function openQueue<Message>(): Sent<Message> {
  const sent: Message[] = [];
  return { sent, send: async (messages) => void sent.push(...messages) };
}

/** Called before each write of a step; throws to make the step die there. */
export type BeforeWrite = (name: string) => void;

const READS = new Set([
  'get',
  'load',
  'read',
  'volume',
  'list',
  'due',
  'ofWatch',
  'pendingAlerts',
  'rises',
  'pendingNotices',
  'count',
]);

/** Tells of every write before it happens. */
function watched<Port extends object>(name: string, port: Port, before: BeforeWrite): Port {
  return new Proxy(port, {
    get(target, key, receiver) {
      const value = Reflect.get(target, key, receiver);
      if (typeof value !== 'function' || READS.has(String(key))) return value;
      return async (...args: unknown[]) => {
        before(`${name}.${String(key)}`);
        return value.apply(target, args);
      };
    },
  });
}

/** All steps on memory stores; queues are drained by `tick`, as the embedded runtime does. */
export function openMonitor(
  source: Source | ((of: { readonly hashtag: string }) => Source),
  before: BeforeWrite = () => undefined,
  beforePoll: (due: PollDue) => void = () => undefined,
) {
  const published: AlertMessage[] = [];
  const surges: SurgeMessage[] = [];
  const queues = {
    polls: openQueue<PollDue>(),
    assess: openQueue<AssessDue>(),
    publish: openQueue<PublishDue>(),
  };
  const stores = {
    watches: memoryWatchStore(),
    baselines: memoryBaselineStore(),
    bursts: memoryBurstStore(),
    posts: memoryPostStore(),
    authors: memoryAuthorStore(),
    tides: memoryTideStore(),
    events: memoryEventStore(),
  };
  const ports = {
    watches: watched('watches', stores.watches, before),
    baselines: watched('baselines', stores.baselines, before),
    bursts: watched('bursts', stores.bursts, before),
    posts: watched('posts', stores.posts, before),
    authors: watched('authors', stores.authors, before),
    tides: watched('tides', stores.tides, before),
    events: watched('events', stores.events, before),
    polls: watched('polls', queues.polls, before),
    assess: watched('assess', queues.assess, before),
    publish: watched('publish', queues.publish, before),
    topic: watched(
      'topic',
      {
        publish: async (message: Message) =>
          void (message.level === 'surge' ? surges.push(message) : published.push(message)),
      },
      before,
    ),
    secret: secretFrom('a key for tests'),
    sourceOf: typeof source === 'function' ? source : () => source,
  };
  const settings = { burst: burstSettings, keep: POLLING };
  const assessing = {
    detection: DETECTION,
    shadow: SHADOW,
    alerts: DETECTION.alerts,
    authors: AUTHORS,
    tide: TIDE,
  };
  const page = { pageUrl: 'https://page.example' };

  const drain = async () => {
    for (const due of queues.polls.sent.splice(0)) {
      beforePoll(due);
      await poll(due, ports, settings);
    }
    for (const due of queues.assess.sent.splice(0)) {
      if (due.kind === 'burst') await assess(due.burstId, due.atMs, ports, assessing);
    }
    for (const due of queues.publish.sent.splice(0)) {
      if ('surgeOf' in due) await publishSurge(due.surgeOf, due.atMs, ports, page);
      else await publish(due.burstId, due.atMs, ports, page);
    }
  };
  return {
    stores,
    queues,
    published,
    surges,
    poll: (due: PollDue) => poll(due, ports, settings),
    async tick(atMs: number) {
      await sweepAlerts(atMs, ports, page);
      await dispatch(atMs, ports, DISPATCHING);
      await drain();
    },
    /** What a crash leaves of the queues. */
    loseQueues() {
      for (const queue of Object.values(queues)) queue.sent.length = 0;
    },
  };
}
