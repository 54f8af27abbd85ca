import type { Context } from 'hono';

/** What `hono/aws-lambda` hands on: the API Gateway event, whose time is the only clock. */
export type ApiEnv = {
  Bindings: { readonly event: { readonly requestContext: { readonly timeEpoch: number } } };
};

export type ApiContext = Context<ApiEnv>;

/** When the request came in, epoch milliseconds: the wall clock in the cloud, the replay's in a replay. */
export function timeOf(context: ApiContext): number {
  return context.env.event.requestContext.timeEpoch;
}
