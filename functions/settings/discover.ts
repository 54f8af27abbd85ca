import * as z from 'zod';
import { SettingsError } from '../model/errors.ts';
import { hashtagPattern } from '../model/hashtag-pattern.ts';
import { listAddress } from '../model/trend-list.ts';
import { INTERVAL_MINUTES } from '../model/watch.ts';

const HOUR_MS = 3_600_000;

export const LIST_SPELLING = 'mastodon@server, x@woeid or bluesky';

const List = z.string().transform((text, context) => {
  const address = listAddress(text);
  if (address !== undefined) return address;
  context.addIssue({
    code: 'custom',
    message: `must be written as ${LIST_SPELLING}; found ${JSON.stringify(text)}`,
  });
  return z.NEVER;
});

const Pattern = z.string().transform((text, context) => {
  try {
    return hashtagPattern(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' });
    return z.NEVER;
  }
});

const Language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}([-_][a-z0-9]+)*$/i, 'must be a language tag, such as ur or pt-BR');

/** What the operator says of discovery; all but `lists` may be left out. */
const Discover = z
  .strictObject({
    /** Where trends are read. */
    lists: z.array(List).default([]),
    /** Hashtags, or patterns with `*`, that are never watched. */
    deny: z.array(Pattern).default([]),
    /** If there are any, nothing else is watched. */
    allow: z.array(Pattern).default([]),
    /** If there are any, hashtags known to be in other languages are not watched. */
    languages: z.array(Language).default([]),
    /** Watches at once: 40 polls each five minutes are a seventh of what a Mastodon server grants. */
    mostWatches: z.int().min(1).max(10_000).default(40),
    mostPerSource: z.int().min(1).max(10_000).default(40),
    /** A new watch reads its past, some 30 requests and at most 340. */
    mostAnHour: z.int().min(1).max(1_000).default(10),
    /** For the counts of all of them at sources that charge: 1.44 a watch at X. Lists and posts come on top. */
    usdADay: z.number().min(0).default(0),
    /** X charges 0.20 for a reading: 4.80 a day if it is read each hour. */
    paidListMinutes: z.int().min(5).max(1440).default(60),
    intervalMinutes: z.literal([...INTERVAL_MINUTES]).default(5),
    watchHours: z.number().min(1).max(720).default(48),
    coolHours: z.number().min(1).max(72).default(6),
    /** A burst that began so long before its hashtag was found is judged. */
    judgeHours: z.number().min(0).max(72).default(24),
  })
  .refine(({ lists, usdADay }) => usdADay > 0 || lists.every(({ source }) => source !== 'x'), {
    path: ['usdADay'],
    error: 'is required above 0 for a list of x, which charges for every poll: 1.44 a watch a day',
  });

/** As it is written: `{"lists": ["mastodon@one.example"], "languages": ["ur"]}`. */
export type DiscoverInput = z.input<typeof Discover>;

/** Reads what DISCOVER says. @throws {SettingsError} that names every fault */
export function readDiscover(text: string | undefined) {
  const parsed = Discover.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new SettingsError(`DISCOVER cannot be used\n${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
    });
  }
  const { watchHours, coolHours, judgeHours, paidListMinutes, lists, ...rest } = parsed.data;
  return {
    ...rest,
    lists: [...new Map(lists.map((list) => [list.name, list])).values()],
    paidListMs: paidListMinutes * 60_000,
    watchMs: watchHours * HOUR_MS,
    coolMs: coolHours * HOUR_MS,
    judgeMs: judgeHours * HOUR_MS,
  };
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined || text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SettingsError('DISCOVER is required to be JSON', { cause });
  }
}
