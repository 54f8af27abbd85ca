import { SourceError } from '../../model/errors.ts';

/** Forty posts of the longest kind stay far below. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The text of an answer, so that a server cannot fill our memory.
 *
 * @throws {SourceError} if it is larger than `mostBytes`, 8 MiB unless told
 */
export async function readBody(
  response: Response,
  host: string,
  mostBytes = MOST_BYTES,
): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > mostBytes) {
      await reader?.cancel();
      throw tooLarge(host, mostBytes);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

function tooLarge(host: string, mostBytes: number): SourceError {
  return new SourceError(`${host} answered with more than ${mostBytes} bytes`, {
    retryable: false,
  });
}
