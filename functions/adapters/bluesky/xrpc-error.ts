import * as z from 'zod';
import type { NetAnswer } from '../net/net-client.ts';

const XrpcError = z.object({ error: z.string().regex(/^\w{1,40}$/) });

/** The name of the error that a refusal carries, such as `ExpiredToken`; undefined where there is none. */
export function xrpcError({ body }: NetAnswer): string | undefined {
  try {
    return XrpcError.safeParse(JSON.parse(body)).data?.error;
  } catch {
    return undefined;
  }
}
