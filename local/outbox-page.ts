import type { KnownBlock } from '@slack/types';
import type { Outbox, SlackPost } from './outbox.ts';

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#dfe4e0, #2b332e); --soft: light-dark(#55625a, #9daca3);
    --coordinated: light-dark(#b42318, #ff8a80); --suspicious: light-dark(#eab308, #facc15); --surge: light-dark(#1d4ed8, #93c5fd);
    font: 16px/1.5 system-ui, "Noto Sans", sans-serif; color: light-dark(#16201a, #e8eeea); background: light-dark(#f6f7f5, #101412); }
  body { max-width: 66rem; margin: 0 auto; padding: 1rem 1.25rem; }
  a { color: light-dark(#14532d, #86efac); }
  .home { display: inline-flex; align-items: center; gap: .55rem; font-weight: 700; font-size: 1.1rem; color: inherit; text-decoration: none; }
  h1 { margin: 1rem 0 0; font-size: 1.75rem; } h2 { font-size: 1.05rem; }
  .lead, small { color: var(--soft); }
  .columns { display: grid; gap: 0 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
  article { background: light-dark(#fff, #181d1a); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin-bottom: 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: .85rem/1.5 ui-monospace, monospace; }
  .slack { border-left: .25rem solid var(--line); }
  .slack.coordinated { border-left-color: var(--coordinated); } .slack.suspicious { border-left-color: var(--suspicious); }
  .slack h3 { margin: 0 0 .5rem; overflow-wrap: anywhere; } .slack p { margin: .5rem 0; overflow-wrap: anywhere; }
  .dot { display: inline-block; width: .8em; height: .8em; border-radius: 50%; }
  .dot.coordinated { background: var(--coordinated); } .dot.suspicious { background: var(--suspicious); }
  .dot.surge { background: var(--surge); } .slack.surge { border-left-color: var(--surge); }
  .fields { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; overflow-wrap: anywhere; }`;

/** Every message that went out, as its reader got it: the email, and the Slack post drawn from its blocks. */
export async function outboxPage(outbox: Outbox): Promise<string> {
  const [emails, posts] = await Promise.all([outbox.emails(), outbox.slackPosts()]);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Outbox · Turfwatch</title>
<link rel="icon" type="image/svg+xml" href="/icon.svg"><style>${STYLE}</style></head><body>
<a class="home" href="/"><img src="/icon.svg" alt="" width="28" height="28">Turfwatch</a><h1>Outbox</h1>
<p class="lead">What email subscribers and the Slack channel were sent. Nothing leaves this machine.</p>
<div class="columns"><section><h2>Email (${emails.length})</h2>${emails.map(drawEmail).join('') || NONE}</section>
<section><h2>Slack (${posts.length})</h2>${posts.map(drawSlack).join('') || NONE}</section></div></body></html>`;
}

/** Slack's names of the marks that our messages bear, and the level that each tells. */
const MARKS = [
  { code: ':red_circle:', level: 'coordinated' },
  { code: ':large_yellow_circle:', level: 'suspicious' },
  { code: ':large_blue_circle:', level: 'surge' },
] as const;

const NONE =
  '<p>Nothing yet. An alert appears here when a burst looks suspicious or coordinated.</p>';

function drawEmail(email: string): string {
  return `<article><pre dir="auto">${escapeHtml(email)}</pre></article>`;
}

function drawSlack(post: SlackPost): string {
  const [head] = post.blocks;
  const title = head?.type === 'header' ? head.text.text : '';
  const level = MARKS.find(({ code }) => title.startsWith(code))?.level ?? '';
  return `<article class="slack ${level}">${post.blocks.map(drawBlock).join('')}</article>`;
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

/** Drawn, not written: not every machine has a font with emoji. */
function emoji(text: string): string {
  return MARKS.reduce(
    (told, { code, level }) =>
      told.replaceAll(code, `<span class="dot ${level}" role="img" aria-label="${level}"></span>`),
    text,
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
