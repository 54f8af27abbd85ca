import { html, type Markup } from './markup.ts';

/** How a page came about, so that somebody else can make it again. */
export type Making = {
  /** Names of the files, without their folders. */
  readonly files: readonly string[];
  /** The command that makes it again. */
  readonly command: string;
  readonly posts: number;
  readonly thresholds: string;
  readonly version: string;
  /** Bad lines and posts without a hashtag, in words. */
  readonly remarks: readonly string[];
};

/** From what the page was made and how to make it again. */
export function howMade(making: Making): Markup {
  const { files, command, posts, thresholds, version, remarks } = making;
  return html`<div class="note"><h2>How this page was made</h2><p>From ${posts.toLocaleString('en-GB')} posts in ${files.map(
    (file, at) => html`${at > 0 && ', '}<code>${file}</code>`,
  )}, by Turfwatch ${version} with thresholds ${thresholds}. ${remarks.map((remark) => `${remark}. `)}Whoever has the same files gets the same page, to the byte, by</p><pre><code>${command}</code></pre><p class="soft">Accounts are called by six digits that mean nothing outside this page. Texts, names and handles are not kept and stand nowhere in it. Times are UTC.</p></div>`;
}
