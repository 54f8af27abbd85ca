import * as z from 'zod';
import { checkTarget, TARGET_FIELDS } from './target.ts';
import { VerdictView } from './verdict.ts';
import { Display, Instant, SourceName } from './words.ts';

/** Ask for a hashtag to be read from its source and judged. */
export const HashtagCheckRequest = z
  .strictObject(TARGET_FIELDS)
  .check((context) => checkTarget(context.value, context.issues, context.value))
  .meta({ id: 'HashtagCheckRequest' });
export type HashtagCheckRequest = z.input<typeof HashtagCheckRequest>;

/** An on-demand check and how far it got. */
export const CheckView = z
  .object({
    checkId: z.string(),
    createdAt: Instant,
    source: SourceName.nullable().meta({ description: 'null when the posts came along' }),
    place: z.string().nullable(),
    hashtag: z.string(),
    display: Display,
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    postsRead: z.int(),
    failure: z.string().nullable(),
    verdict: VerdictView.nullable(),
  })
  .meta({ id: 'Check' });
export type CheckView = z.infer<typeof CheckView>;
