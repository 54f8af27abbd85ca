import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownBlock } from '@slack/types';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { openLog } from '../functions/adapters/log.ts';
import { AlertNotification } from '../functions/handlers/alert-notification.ts';
import { eachRecord } from '../functions/handlers/each-record.ts';

/** File systems take 255 bytes; the ending and `.part` come on top. */
const NAME_MAX = 200;
const HASH_HEX = 16;

export type SlackPost = { readonly text: string; readonly blocks: readonly KnownBlock[] };

export type Outbox = {
  /** Email subscribers, as SNS would write to them. */
  takeEmails(event: SQSEvent): Promise<SQSBatchResponse>;
  /** What Slack would show; its id is the block_id of the header. */
  takeSlack(post: SlackPost): Promise<void>;
  /** Newest first. */
  emails(): Promise<readonly string[]>;
  /** Newest first. */
  slackPosts(): Promise<readonly SlackPost[]>;
};

/**
 * A mailbox and a Slack channel on disk: a file a message, named by the alert, so that a repeat
 * replaces itself.
 *
 * @param onMessage called for each message taken in
 */
export async function openOutbox(
  dir: string,
  onMessage: (channel: 'email' | 'slack', text: string) => void,
): Promise<Outbox> {
  await mkdir(join(dir, 'email'), { recursive: true });
  await mkdir(join(dir, 'slack'), { recursive: true });
  const takeEmail = async (mail: AlertNotification) => {
    const { alertId } = mail.MessageAttributes.alert.Value;
    await put(join(dir, 'email', `${fileName(alertId)}.txt`), emailOf(mail));
    onMessage('email', mail.Subject);
  };
  return {
    takeEmails: eachRecord<AlertNotification>(AlertNotification, takeEmail, openLog('email')),
    async takeSlack(post) {
      const id = post.blocks.find((block) => block.block_id !== undefined)?.block_id ?? post.text;
      await put(join(dir, 'slack', `${fileName(id)}.json`), JSON.stringify(post, null, 2));
      onMessage('slack', post.text);
    },
    emails: () => readAll(join(dir, 'email')),
    slackPosts: async () =>
      (await readAll(join(dir, 'slack'))).map((text) => JSON.parse(text) as SlackPost),
  };
}

function emailOf(mail: AlertNotification): string {
  return [
    'From: Turfwatch <no-reply@sns.amazonaws.com>',
    'To: you',
    `Subject: ${mail.Subject}`,
    '',
    mail.Message,
    '',
  ].join('\n');
}

/** Written whole or not at all: a crash leaves no half message. */
async function put(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}

async function readAll(dir: string): Promise<string[]> {
  const names = (await readdir(dir)).filter((name) => !name.endsWith('.part'));
  const messages = await Promise.all(
    names.map(async (name) => ({
      name,
      text: await readFile(join(dir, name), 'utf8'),
      writtenMs: (await stat(join(dir, name))).mtimeMs,
    })),
  );
  return messages
    .sort((a, b) => b.writtenMs - a.writtenMs || (a.name < b.name ? -1 : 1))
    .map((message) => message.text);
}

/** The name itself where a file may be called so; a long one (most scripts take six letters a character) is cut. */
function fileName(id: string): string {
  const name = encodeURIComponent(id.toWellFormed());
  if (name.length <= NAME_MAX) return name;
  return `${name.slice(0, NAME_MAX - HASH_HEX)}${createHash('sha256').update(id).digest('hex').slice(0, HASH_HEX)}`;
}
