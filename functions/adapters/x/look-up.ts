import * as z from 'zod';
import { requireShape } from '../net/require-shape.ts';
import type { BilledToday } from './billed-today.ts';
import { X_PRICES } from './prices.ts';
import type { XClient } from './x-client.ts';

const MOST_A_REQUEST = 100;

const Page = z.object({
  data: z.array(z.object({ id: z.string() })).optional(),
  errors: z
    .array(
      z.object({
        type: z.string().optional(),
        resource_id: z.string().optional(),
        value: z.string().optional(),
      }),
    )
    .optional(),
});

/**
 * Which of these posts X no longer has: deleted, or their account was suspended or closed. One that
 * X has but keeps from us (its author protects the account) stands.
 *
 * @param ids of posts of X
 */
export async function lookUp(
  ids: readonly string[],
  nowMs: number,
  { client, billed }: { readonly client: XClient; readonly billed: BilledToday },
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  for (let from = 0; from < ids.length; from += MOST_A_REQUEST) {
    const asked = ids.slice(from, from + MOST_A_REQUEST);
    const found = await client.ask(
      {
        path: '/2/tweets',
        params: () => ({ ids: asked.join(',') }),
        allowance: 'lookup',
        most: billed.unbilled(asked, nowMs).length * X_PRICES.post,
        read(body) {
          const page = requireShape(Page, body, 'x answered with posts that cannot be read');
          const charged = billed.unbilled(
            (page.data ?? []).map(({ id }) => id),
            nowMs,
          );
          billed.note(charged, nowMs);
          return { value: page, cost: charged.length * X_PRICES.post };
        },
      },
      nowMs,
    );
    for (const { type = '', resource_id, value } of found.errors ?? [])
      if (type.endsWith('/resource-not-found')) gone.add(resource_id ?? value ?? '');
  }
  return new Set(ids.filter((id) => gone.has(id)));
}
