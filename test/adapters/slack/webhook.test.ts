import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackBlocks } from '../../../functions/adapters/slack/blocks.ts';
import { slackWebhook } from '../../../functions/adapters/slack/webhook.ts';
import { SettingsError, SourceError } from '../../../functions/model/errors.ts';
import { anAlert } from '../../support/an-alert.ts';

let server: Server;
let address = '';
let answer = { status: 200, headers: {} as Record<string, string> };
const asked: { request: IncomingMessage; body: unknown }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push({ request, body: await json(request) });
    response.writeHead(answer.status, answer.headers).end('text');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/a-secret`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function failureOf(status: number, headers: Record<string, string> = {}) {
  answer = { status, headers };
  const failure: unknown = await slackWebhook(address)
    .deliver(anAlert())
    .catch((error: unknown) => error);
  if (!(failure instanceof SourceError)) throw new Error(`expected a SourceError, not ${failure}`);
  return failure;
}

describe('a Slack channel', () => {
  it('takes the alert as blocks, with a line for notifications', async () => {
    answer = { status: 200, headers: {} };
    const alert = anAlert({ hashtag: 'سیلاب' });
    await slackWebhook(address).deliver(alert);
    const { request, body } = asked.at(-1) ?? {};

    expect(request?.method).toBe('POST');
    expect(request?.url).toBe('/services/a-secret');
    expect(request?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body).toEqual({
      text: `Coordinated burst of \u2068#سیلاب\u2069 on replay: ${alert.reasons[0]}`,
      blocks: slackBlocks(alert),
    });
  });

  it.each([
    [429, { 'retry-after': '30' }, true, 'slack answered 429, asks to wait 30 s'],
    [429, { 'retry-after': 'soon' }, true, 'slack answered 429'],
    [429, {}, true, 'slack answered 429'],
    [500, {}, true, 'slack answered 500'],
    [503, { 'retry-after': '2' }, true, 'slack answered 503, asks to wait 2 s'],
    [404, {}, false, 'slack answered 404'],
    [400, {}, false, 'slack answered 400'],
  ])('that answers %i %j', async (status, headers, retryable, message) => {
    const failure = await failureOf(status, headers);
    expect(failure).toMatchObject({ retryable, message });
  });

  it('that nobody reaches may be tried again', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => {
      closed.listen(0, '127.0.0.1', resolve);
    });
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    const failing = slackWebhook(`http://127.0.0.1:${port}/`).deliver(anAlert());
    await expect(failing).rejects.toMatchObject({
      name: 'SourceError',
      retryable: true,
      message: 'slack could not be reached',
    });
  });

  it.each(['hooks.slack.example/a-secret', 'ftp://hooks.slack.example/a-secret', 'a-secret'])(
    'is refused at the start when its address is none, and the address is not told',
    (wrong) => {
      const open = () => slackWebhook(wrong);
      expect(open).toThrow(SettingsError);
      expect(open).not.toThrow(/a-secret/);
    },
  );
});
