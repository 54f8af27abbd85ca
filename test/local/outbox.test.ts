import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slackBlocks, slackFallback } from '../../functions/adapters/slack/blocks.ts';
import { surgeBlocks, surgeFallback } from '../../functions/adapters/slack/surge-blocks.ts';
import { emailSubject, emailText } from '../../functions/adapters/sns/email-text.ts';
import { surgeSubject, surgeText } from '../../functions/adapters/sns/surge-email.ts';
import type { AlertMessage } from '../../functions/model/alert.ts';
import { openOutbox, type SlackPost } from '../../local/outbox.ts';
import { outboxPage } from '../../local/outbox-page.ts';
import { aFolder } from '../support/a-folder.ts';
import { aSurge } from '../support/a-surge.ts';
import { anAlert } from '../support/an-alert.ts';
import { anSqsEvent } from '../support/an-sqs-event.ts';

function notification(alert: AlertMessage): string {
  return JSON.stringify({
    Subject: emailSubject(alert),
    Message: emailText(alert),
    MessageAttributes: { alert: { Type: 'String', Value: JSON.stringify(alert) } },
  });
}

function slackPost(alert: AlertMessage): SlackPost {
  return { text: slackFallback(alert), blocks: slackBlocks(alert) };
}

async function open() {
  const dir = await aFolder();
  const told: string[] = [];
  const outbox = await openOutbox(dir, (channel, text) => void told.push(`${channel}: ${text}`));
  return { dir, told, outbox };
}

describe('the outbox', () => {
  it('keeps emails and Slack posts as their readers get them', async () => {
    const { outbox, told } = await open();
    const alert = anAlert();
    const answer = await outbox.takeEmails(anSqsEvent(notification(alert)));
    await outbox.takeSlack(slackPost(alert));

    expect(answer).toEqual({ batchItemFailures: [] });
    const [email] = await outbox.emails();
    expect(email).toContain(`Subject: ${emailSubject(alert)}\n\n${emailText(alert)}`);
    expect(await outbox.slackPosts()).toEqual([slackPost(alert)]);
    expect(told).toEqual([`email: ${emailSubject(alert)}`, `slack: ${slackFallback(alert)}`]);
  });

  it('draws a surge as the email and the Slack post of it', async () => {
    const { outbox } = await open();
    const surge = aSurge();
    const Value = JSON.stringify(surge);
    await outbox.takeEmails(
      anSqsEvent(
        JSON.stringify({
          ...{ Subject: surgeSubject(surge), Message: surgeText(surge) },
          MessageAttributes: { alert: { Type: 'String', Value } },
        }),
      ),
    );
    await outbox.takeSlack({ text: surgeFallback(surge), blocks: surgeBlocks(surge) });

    const html = await outboxPage(outbox);
    expect(html).toContain('class="slack surge"');
    expect(html).toContain('aria-label="surge"></span> 812 of 1,000 hashtags on mastodon');
    expect(html).toContain('Notice surge:mastodon@one.example/');
  });

  it('shows a repeat once', async () => {
    const { outbox } = await open();
    for (let time = 0; time < 2; time += 1) {
      await outbox.takeEmails(anSqsEvent(notification(anAlert())));
      await outbox.takeSlack(slackPost(anAlert()));
    }
    expect(await outbox.emails()).toHaveLength(1);
    expect(await outbox.slackPosts()).toHaveLength(1);
  });

  it('returns a broken message alone', async () => {
    const { outbox, dir } = await open();
    const answer = await outbox.takeEmails(anSqsEvent('{}', notification(anAlert())));

    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'message-1' }]);
    expect(await readdir(join(dir, 'email'))).toHaveLength(1);
  });

  it.each([
    ['Urdu', 'سیلاب_متاثرین_کی_فوری_مدد_کرو_بھائیو_اور_بہنو_آج_ہی'],
    ['letters outside the basic plane', '𐐷'.repeat(200)],
    ['the signs of paths', '../../etc'],
  ])('names its files so that any hashtag can be kept: %s', async (_, hashtag) => {
    const { outbox, dir } = await open();
    for (const level of ['suspicious', 'coordinated'] as const) {
      const alert = anAlert({ hashtag, level, alertId: `replay:${hashtag}/1#${level}` });
      await outbox.takeEmails(anSqsEvent(notification(alert)));
      await outbox.takeSlack(slackPost(alert));
    }
    expect(await outbox.emails()).toHaveLength(2);
    expect(await outbox.slackPosts()).toHaveLength(2);
    expect(await readdir(dir)).toEqual(['email', 'slack']);
  });
});

describe('the page of the outbox', () => {
  it('says that there is nothing yet', async () => {
    const { outbox } = await open();
    expect(await outboxPage(outbox)).toContain('Nothing yet');
  });

  it('draws what was sent', async () => {
    const { outbox } = await open();
    const alert = anAlert({ reasons: ['a < b & c'] });
    await outbox.takeEmails(anSqsEvent(notification(alert)));
    await outbox.takeSlack(slackPost(alert));
    const page = await outboxPage(outbox);

    expect(page).toContain('Email (1)');
    expect(page).toContain('Subject: Turfwatch: coordinated burst of #harbour on replay');
    expect(page).toMatch(
      /<article class="slack coordinated"><h3 dir="auto"><span class="dot coordinated"[^>]*><\/span> Coordinated burst: #harbour<\/h3>/,
    );
    expect(page).toContain(`<a href="${alert.link}">Evidence and chart</a>`);
    expect(page).toContain('<b>Why</b><br>• a &lt; b &amp; c');
    expect(page).toContain('<code>▁·▁█</code>');
  });

  it('tells a suspicious alert from a coordinated one', async () => {
    const { outbox } = await open();
    await outbox.takeSlack(slackPost(anAlert({ level: 'suspicious' })));
    const page = await outboxPage(outbox);

    expect(page).toContain('<article class="slack suspicious">');
    expect(page).not.toContain('<article class="slack coordinated">');
  });

  it('bears the icon of the page and leads back to it', async () => {
    const { outbox } = await open();
    const page = await outboxPage(outbox);

    expect(page).toContain('<link rel="icon" type="image/svg+xml" href="/icon.svg">');
    expect(page).toContain('<a class="home" href="/">');
  });

  it('runs no markup that a message brings', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const link = `<https://a.example/"onmouseover="alert(1)|${evil}>`;
    const { outbox } = await open();
    const text = { type: 'mrkdwn', text: `${evil} ${link}` } as const;
    await outbox.takeSlack({
      text: evil,
      blocks: [
        { type: 'header', block_id: evil, text: { type: 'plain_text', text: evil } },
        { type: 'section', text, fields: [text] },
        { type: 'context', elements: [text] },
      ],
    });
    await outbox.takeEmails(anSqsEvent(notification(anAlert({ reasons: [evil, '</pre>'] }))));
    const page = await outboxPage(outbox);

    expect(page).not.toContain('<img src=x');
    expect(page.match(/<\/pre>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<a [^>]*" ?onmouseover/);
  });
});
