export type FakePost = {
  readonly id: string;
  readonly text: string;
  readonly authorId: string;
  readonly createdMs: number;
  standing: boolean;
};

const WEEK_MS = 7 * 86_400_000;

/** X's problem JSON. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: unknown;

  constructor(status: number, title: string, message: string) {
    super(message);
    this.status = status;
    this.problem = {
      title,
      detail: 'One or more parameters to your request was invalid.',
      type: 'https://api.twitter.com/2/problems/invalid-request',
      errors: [{ message }],
    };
  }
}

function invalid(message: string): Refused {
  return new Refused(400, 'Invalid Request', message);
}

/** X refuses a parameter that it does not know. */
export function onlyKnown(url: URL, known: readonly string[]): void {
  for (const name of url.searchParams.keys())
    if (!known.includes(name))
      throw invalid(`The query parameter [${name}] is not one of [${known.join(',')}]`);
}

export function wholeNumber(url: URL, name: string, least: number, most: number): number {
  const value = Number(url.searchParams.get(name));
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalid(`The \`${name}\` query parameter value is not between ${least} and ${most}`);
  return value;
}

/** `start_time` and `end_time` by X's rules. */
export function spanOf(url: URL, nowMs: number): { fromMs: number; toMs: number } {
  const fromMs = momentOf(url, 'start_time');
  const toMs = momentOf(url, 'end_time');
  if (fromMs < nowMs - WEEK_MS) throw invalid("'start_time' must be within the last 7 days");
  if (toMs > nowMs - 10_000)
    throw invalid("'end_time' must be a minimum of 10 seconds prior to the request time");
  if (fromMs >= toMs) throw invalid("'start_time' must be before 'end_time'");
  return { fromMs, toMs };
}

function momentOf(url: URL, name: string): number {
  const text = url.searchParams.get(name) ?? '';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) throw invalid(`'${name}' is not a moment`);
  return Date.parse(text);
}

const TERM = /^#[\p{L}\p{M}\p{N}_]+$/u;

/** Whether a post answers the query: one hashtag, or several with OR in brackets. */
export function matcherOf(url: URL): (post: FakePost) => boolean {
  const query = url.searchParams.get('query') ?? '';
  const terms = query.startsWith('(') ? query.slice(1, -1).split(' OR ') : [query];
  if (query.length > 512 || !terms.every((term) => TERM.test(term)))
    throw invalid(`There were errors processing your request: ${query}`);
  const tags = new Set(terms.map((term) => term.slice(1).toLowerCase()));
  return ({ text, standing }) => standing && hashtagsIn(text).some((tag) => tags.has(tag));
}

export function hashtagsIn(text: string): readonly string[] {
  return [...text.matchAll(/#([\p{L}\p{M}\p{N}_]+)/gu)].map(([, tag = '']) => tag.toLowerCase());
}
