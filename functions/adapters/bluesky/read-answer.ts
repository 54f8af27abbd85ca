import type * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import type { NetAnswer } from '../net/net-client.ts';
import { parseJson } from '../net/parse-json.ts';
import { requireShape } from '../net/require-shape.ts';
import { xrpcError } from './xrpc-error.ts';

/**
 * What an answer holds, read once. Unknown fields pass; a wrong one is named by its path, never by
 * its value.
 *
 * @throws {SourceError} for a refusal, and for what cannot be read: not retryable, it would be so again
 */
export function readAnswer<T>(host: string, answer: NetAnswer, schema: z.ZodType<T>): T {
  if (answer.status !== 200) throw refusal(host, answer);
  return requireShape(
    schema,
    parseJson({ host }, answer),
    `${host} answered with what cannot be read`,
  );
}

function refusal(host: string, answer: NetAnswer): SourceError {
  const named = xrpcError(answer);
  const said = named === undefined ? '' : `, ${named}`;
  return new SourceError(`${host} refused the request (status ${answer.status}${said})`, {
    retryable: false,
  });
}
