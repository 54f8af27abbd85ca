import type { Problem } from '../contract/problem.ts';
import { ConflictError, InputError } from '../model/errors.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiDeps } from './api-deps.ts';

const TITLES = {
  400: 'the request is not as it should be',
  401: 'who asks is not known',
  404: 'not found',
  405: 'method not allowed',
  409: 'somebody else changed it at the same time',
  413: 'the request is too large',
  415: 'the request must be JSON',
  429: 'too many requests',
  500: 'the request could not be answered',
  503: 'not available here',
} as const;
type FaultStatus = keyof typeof TITLES;

/** A request that cannot be answered as it was put; becomes problem JSON. */
export class RequestFault extends Error {
  override name = 'RequestFault';
  readonly status: FaultStatus;
  readonly errors: Problem['errors'];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: FaultStatus,
    detail: string,
    errors?: Problem['errors'],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

export function problemResponse(fault: RequestFault, headers: Record<string, string> = {}) {
  const { status, message, errors } = fault;
  const problem: Problem = {
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail: message,
    ...(errors && { errors }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...fault.headers,
      ...headers,
    },
  });
}

/** Tells the caller what was wrong with the request; of our own defects it tells only the log. */
export function answerError(log: ApiDeps['log']) {
  return (error: Error, context: ApiContext) => {
    const fault = faultOf(error);
    if (fault.status === 500) {
      log.error(
        'request failed',
        { method: context.req.method, route: context.req.routePath },
        error,
      );
    }
    return problemResponse(fault);
  };
}

function faultOf(error: Error): RequestFault {
  if (error instanceof RequestFault) return error;
  if (error instanceof InputError) return new RequestFault(400, error.message);
  if (error instanceof ConflictError) return new RequestFault(409, 'try again');
  return new RequestFault(500, 'the fault is ours and has been logged');
}
