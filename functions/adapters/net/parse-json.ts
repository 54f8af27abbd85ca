import { SourceError } from '../../model/errors.ts';
import type { NetAnswer } from './net-options.ts';

/** @throws {SourceError} retryable: a proxy's error page passes, and the message never quotes what was answered */
export function parseJson(api: { readonly host: string }, answer: NetAnswer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    // The parser's own error quotes the answer, and so texts of posts: it is no cause to keep.
    throw new SourceError(`${api.host} did not answer with JSON`, { retryable: true });
  }
}
