import { SourceError } from '../../model/errors.ts';

/** Forty posts of the longest kind stay far below. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The text of an answer, so that a server cannot fill our memory.
 *
 * @throws {SourceError} if it is larger than 8 MiB
 */
export async function readBody(response: Response, host: string): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      throw tooLarge(host);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

function tooLarge(host: string): SourceError {
  return new SourceError(`${host} answered with more than ${MOST_BYTES} bytes`, {
    retryable: false,
  });
}
