import * as z from 'zod';
import { Hashtag } from './hashtag.ts';
import { SubmittedPost } from './submitted-post.ts';
import { Instant } from './words.ts';

const When = z.iso.datetime({ offset: true });
const Count = z.int().min(0);

/** A line that says: all that I saw in this time has been handed in. */
export const VouchingLine = z
  .strictObject({
    until: When.meta({ description: 'Exclusive; not later than now' }),
    from: When.optional().meta({
      description:
        'By default where the last word of the same kind ended; required after 15 minutes of silence, or that time is a gap',
    }),
    hashtags: z.array(Hashtag).min(1).max(1_000).optional().meta({
      description: 'By default every hashtag of which a post was handed in since it is watched',
    }),
  })
  .refine(({ from, until }) => from === undefined || Date.parse(from) <= Date.parse(until), {
    path: ['from'],
    error: 'must not be later than until',
  })
  .meta({ id: 'VouchingLine' });
export type VouchingLine = z.infer<typeof VouchingLine>;

/** One line of a batch. */
export const IngestLine = z.union([SubmittedPost, VouchingLine]).meta({ id: 'IngestLine' });

/** A line that was not taken, and what it should have been. Nothing of it is repeated here. */
export const RefusedLine = z
  .object({
    line: z.int().min(1).meta({ description: 'Counted from 1' }),
    field: z.string().meta({ description: '`line` where the line as a whole is at fault' }),
    detail: z.string(),
  })
  .meta({ id: 'RefusedLine' });
export type RefusedLine = z.infer<typeof RefusedLine>;

/** What became of a batch: its posts are accepted, deleted, repeated, unwatched or refused. */
export const IngestReceipt = z
  .object({
    accepted: Count.meta({ description: 'New, and kept' }),
    deleted: Count.meta({ description: 'Known before; their deletion is news' }),
    repeated: Count.meta({ description: 'Known before, or twice in this batch' }),
    unwatched: Count.meta({
      description: 'Not kept: none of their hashtags is watched at this partner',
    }),
    late: Count.meta({
      description: 'Of those accepted: made in a time that was vouched for; a count may miss them',
    }),
    refused: Count.meta({ description: 'Lines that were not taken' }),
    refusals: z.array(RefusedLine).meta({ description: 'The first 100 of them' }),
    watched: z
      .array(
        z.object({
          hashtag: z.string(),
          until: Instant.nullable().meta({ description: 'Vouched for until; null for never' }),
        }),
      )
      .meta({ description: 'Hashtags of this batch that are watched at this partner' }),
  })
  .meta({ id: 'IngestReceipt' });
export type IngestReceipt = z.infer<typeof IngestReceipt>;
