import * as z from 'zod';
import type { Message } from '../../model/alert.ts';
import { SettingsError, SourceError } from '../../model/errors.ts';
import type { Channel } from '../../ports/channel.ts';
import { slackBlocks, slackFallback } from './blocks.ts';
import { surgeBlocks, surgeFallback } from './surge-blocks.ts';

const TIMEOUT_MS = 10_000;

/** An address is a secret: fetch would quote one that it cannot use, so it is looked at before. */
const Address = z.url({ protocol: /^https?$/ });

const RetryAfter = z.coerce.number().positive().max(3600);

/**
 * A Slack channel behind an incoming webhook. Slack takes about one message a second and answers
 * 429 with Retry-After beyond it.
 *
 * @throws {SettingsError} if `address` is none
 */
export function slackWebhook(address: string): Channel {
  if (!Address.safeParse(address).success)
    throw new SettingsError('the slack webhook is required to be an http address');
  return {
    async deliver(message) {
      const response = await post(address, payloadOf(message));
      if (response.ok) return;
      const retryable = response.status === 429 || response.status >= 500;
      const wait = RetryAfter.safeParse(response.headers.get('retry-after'));
      throw new SourceError(
        `slack answered ${response.status}${wait.success ? `, asks to wait ${wait.data} s` : ''}`,
        { retryable },
      );
    },
  };
}

function payloadOf(message: Message) {
  return message.level === 'surge'
    ? { text: surgeFallback(message), blocks: surgeBlocks(message) }
    : { text: slackFallback(message), blocks: slackBlocks(message) };
}

async function post(address: string, payload: unknown): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(payload),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new SourceError('slack could not be reached', { retryable: true, cause });
  }
}
