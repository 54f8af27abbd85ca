import * as z from 'zod';

/** What every failed request answers with (RFC 9457, `application/problem+json`). */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'about:blank: the status says all' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** Which field of the request was wrong, and what it should have been. */
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path']),
          field: z.string().meta({ description: 'Path of the field, such as posts.3.createdAt' }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
