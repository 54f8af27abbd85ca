import { millisecondsInDay } from 'date-fns/constants';
import { RequestFault } from './api-problem.ts';

const USUAL_DAYS = 30;
const MOST_DAYS = 366;

export type Span = { readonly fromMs: number; readonly toMs: number };

/**
 * The last 30 days unless said otherwise; a span to the present includes this very minute.
 *
 * @throws {RequestFault} for a span that ends before it begins, or is longer than a year
 */
export function spanAsked(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  nowMs: number,
): Span {
  const toMs = to === undefined ? nowMs + 1 : Date.parse(to);
  const fromMs = from === undefined ? toMs - USUAL_DAYS * millisecondsInDay : Date.parse(from);
  if (fromMs >= toMs) throw spanFault('must be earlier than to');
  if (toMs - fromMs > MOST_DAYS * millisecondsInDay)
    throw spanFault(`must be within ${MOST_DAYS} days of to`);
  return { fromMs, toMs };
}

function spanFault(detail: string): RequestFault {
  return new RequestFault(400, `from: ${detail}`, [{ in: 'query', field: 'from', detail }]);
}
