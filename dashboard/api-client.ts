import * as z from 'zod';
import { BurstPageView, BurstView } from '../functions/contract/burst.ts';
import { CheckView, type HashtagCheckRequest } from '../functions/contract/check.ts';
import { EventListView, type EventsRequest } from '../functions/contract/event.ts';
import { HealthView } from '../functions/contract/health.ts';
import { Problem } from '../functions/contract/problem.ts';
import { ShadowPeriodView } from '../functions/contract/shadow.ts';
import { SourceListView } from '../functions/contract/source.ts';
import {
  type WatchChange,
  WatchPageView,
  type WatchRequest,
  WatchView,
} from '../functions/contract/watch.ts';

/** The API said no, or could not be reached. The message is meant for the reader. */
export class ApiFault extends Error {
  override name = 'ApiFault';
  /** 0 where there was no answer. */
  readonly status: number;
  readonly errors: NonNullable<Problem['errors']>;

  constructor(status: number, message: string, errors: Problem['errors'] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export type ApiClient = ReturnType<typeof apiClient>;

/** @param token gives the bearer token of who signed in, undefined where nobody has to */
export function apiClient(base: string, token: () => Promise<string | undefined>) {
  async function call<T>(method: string, path: string, schema: z.ZodType<T>, body?: string) {
    const bearer = await token();
    const answer = await reach(`${base}/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      },
      ...(body !== undefined && { body }),
    });
    if (!answer.ok) throw await faultOf(answer);
    const parsed = schema.safeParse(answer.status === 204 ? undefined : await answer.json());
    if (parsed.success) return parsed.data;
    throw new ApiFault(
      answer.status,
      `the API answered in a shape that this page does not know\n${z.prettifyError(parsed.error)}`,
    );
  }
  const id = encodeURIComponent;

  return {
    health: () => call('GET', '/health', HealthView),
    bursts: (query: URLSearchParams) => call('GET', `/bursts?${query}`, BurstPageView),
    burst: (burstId: string) => call('GET', `/bursts/${id(burstId)}`, BurstView),
    sources: () => call('GET', '/sources', SourceListView),
    shadow: () => call('GET', '/shadow', ShadowPeriodView),
    watches: (query: URLSearchParams) => call('GET', `/watches?${query}`, WatchPageView),
    addWatch: (wish: WatchRequest) => call('POST', '/watches', WatchView, JSON.stringify(wish)),
    changeWatch: (watchId: string, change: WatchChange) =>
      call('PATCH', `/watches/${id(watchId)}`, WatchView, JSON.stringify(change)),
    removeWatch: (watchId: string) => call('DELETE', `/watches/${id(watchId)}`, z.undefined()),
    events: (query: URLSearchParams) => call('GET', `/events?${query}`, EventListView),
    addEvent: (event: EventsRequest['events'][number]) =>
      call('POST', '/events', EventListView, JSON.stringify({ events: [event] })),
    removeEvent: (eventId: string) => call('DELETE', `/events/${id(eventId)}`, z.undefined()),
    check: (checkId: string) => call('GET', `/checks/${id(checkId)}`, CheckView),
    checkHashtag: (target: HashtagCheckRequest) =>
      call('POST', '/checks', CheckView, JSON.stringify(target)),
    /** Posts as they came out of a file: the API says what is wrong with them, and where. */
    checkPosts: (posts: readonly unknown[]) =>
      call('POST', '/checks', CheckView, JSON.stringify({ posts })),
  };
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    throw new ApiFault(0, 'the API cannot be reached');
  }
}

async function faultOf(answer: Response): Promise<ApiFault> {
  const problem = Problem.safeParse(await answer.json().catch(() => undefined));
  if (!problem.success) return new ApiFault(answer.status, `the API answered ${answer.status}`);
  const { title, detail, errors } = problem.data;
  return new ApiFault(answer.status, detail ?? title, errors);
}
