import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownBlock } from '@slack/types';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { AlertNotification } from '../functions/handlers/alert-notification.ts';

export type SlackPost = { readonly text: string; readonly blocks: readonly KnownBlock[] };

export type Outbox = {
  /** Email subscribers, as SNS would write to them. */
  takeEmails(event: SQSEvent): Promise<SQSBatchResponse>;
  /** What Slack would show; its id is the block_id of the header. */
  takeSlack(post: SlackPost): Promise<void>;
  emails(): Promise<readonly string[]>;
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
  return {
    async takeEmails(event) {
      for (const { body } of event.Records) {
        const mail = AlertNotification.parse(JSON.parse(body));
        const text = emailOf(mail);
        await put(
          join(dir, 'email', `${fileName(mail.MessageAttributes.alert.Value.alertId)}.txt`),
          text,
        );
        onMessage('email', mail.Subject);
      }
      return { batchItemFailures: [] };
    },
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
  const names = (await readdir(dir)).filter((name) => !name.endsWith('.part')).sort();
  return Promise.all(names.map((name) => readFile(join(dir, name), 'utf8')));
}

function fileName(id: string): string {
  return encodeURIComponent(id);
}
