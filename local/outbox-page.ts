import type { KnownBlock } from '@slack/types';
import type { Outbox, SlackPost } from './outbox.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 62rem; margin: 0 auto; padding: 1rem; }
  .columns { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
  article { border: 1px solid #8886; border-radius: .5rem; padding: 1rem; margin-bottom: 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: .85rem/1.5 ui-monospace, monospace; }
  .slack { border-left: .25rem solid #a33; }
  .slack h3 { margin: 0 0 .5rem; } .slack p { margin: .5rem 0; overflow-wrap: anywhere; }
  .fields { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
  small { opacity: .75; }`;

/** Every message that went out, as its reader got it: the email, and the Slack post drawn from its blocks. */
export async function outboxPage(outbox: Outbox): Promise<string> {
  const [emails, posts] = await Promise.all([outbox.emails(), outbox.slackPosts()]);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Outbox · Turfwatch</title>
<style>${STYLE}</style></head><body><p><a href="/">Turfwatch</a></p><h1>Outbox</h1>
<p>What email subscribers and the Slack channel were sent. Nothing leaves this machine.</p>
<div class="columns"><section><h2>Email (${emails.length})</h2>${emails.map(drawEmail).join('') || NONE}</section>
<section><h2>Slack (${posts.length})</h2>${posts.map(drawSlack).join('') || NONE}</section></div></body></html>`;
}

const NONE =
  '<p>Nothing yet. An alert appears here when a burst looks suspicious or coordinated.</p>';

function drawEmail(email: string): string {
  return `<article><pre dir="auto">${escapeHtml(email)}</pre></article>`;
}

function drawSlack(post: SlackPost): string {
  return `<article class="slack">${post.blocks.map(drawBlock).join('')}</article>`;
}

function drawBlock(block: KnownBlock): string {
  if (block.type === 'header') return `<h3 dir="auto">${emoji(escapeHtml(block.text.text))}</h3>`;
  if (block.type === 'context') {
    return `<small>${block.elements.map((one) => ('text' in one ? markdown(String(one.text)) : '')).join(' ')}</small>`;
  }
  if (block.type !== 'section') return '';
  const text = block.text ? `<p dir="auto">${markdown(block.text.text)}</p>` : '';
  const fields = (block.fields ?? []).map((field) => `<div>${markdown(field.text)}</div>`).join('');
  return text + (fields ? `<div class="fields">${fields}</div>` : '');
}

/** An address and a label between `<` and `>`, as they stand once these are escaped. */
const LINK = /&lt;(https?:(?:(?!&[lg]t;)[^|\s])+)\|((?:(?!&[lg]t;)[^|\n])+)&gt;/g;

/** The part of Slack's markup that our messages use. Its `&` are escaped already; nobody else's tags pass. */
function markdown(text: string): string {
  return emoji(
    text
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/\*([^*\n]+)\*/g, '<b>$1</b>')
      .replace(/`([^`\n]+)`/g, '<code>$1</code>')
      .replace(LINK, (_, href: string, label: string) => link(href, label))
      .replaceAll('\n', '<br>'),
  );
}

function link(href: string, label: string): string {
  return `<a href="${href.replaceAll('"', '%22')}">${label}</a>`;
}

function emoji(text: string): string {
  return text.replaceAll(':red_circle:', '🔴').replaceAll(':large_yellow_circle:', '🟡');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
