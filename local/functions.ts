import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { BatchHandler } from './pump.ts';

export type Functions = {
  readonly dispatch: (event: { readonly time: string }) => Promise<number>;
  readonly poll: BatchHandler;
  readonly discover: (event: { readonly time: string }) => Promise<unknown>;
  readonly assess: BatchHandler;
  readonly publish: BatchHandler;
  readonly sweep: (event: { readonly time: string }) => Promise<unknown>;
  readonly slack: BatchHandler;
  readonly api: (event: APIGatewayProxyEventV2) => Promise<unknown>;
};

/**
 * The deployed functions. Imported late, for a function reads its environment as it is loaded.
 */
export async function loadFunctions(): Promise<Functions> {
  const [dispatch, poll, discover, assess, publish, slack, api] = await Promise.all([
    import('../functions/dispatch.ts'),
    import('../functions/poll.ts'),
    import('../functions/discover.ts'),
    import('../functions/assess.ts'),
    import('../functions/publish.ts'),
    import('../functions/slack.ts'),
    import('../functions/api.ts'),
  ]);
  return {
    dispatch: dispatch.handler,
    poll: poll.handler,
    discover: discover.handler,
    assess: assess.handler,
    publish: publish.handler,
    sweep: publish.handler,
    slack: slack.handler,
    api: api.handler as Functions['api'],
  };
}
