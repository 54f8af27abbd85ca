import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slackBlocks, slackFallback } from '../../../functions/adapters/slack/blocks.ts';
import type { AlertMessage } from '../../../functions/model/alert.ts';
import { anAlert } from '../../support/an-alert.ts';

/** Texts of a message with the most characters that Slack takes there. @source Slack's Block Kit reference */
function limits(blocks: readonly KnownBlock[]): [string, number][] {
  return blocks.flatMap((block): [string, number][] => {
    const id: [string, number][] = block.block_id === undefined ? [] : [[block.block_id, 255]];
    if (block.type === 'header') return [...id, [block.text.text, 150]];
    if (block.type === 'section') {
      const fields = (block.fields ?? []).map(({ text }): [string, number] => [text, 2000]);
      expect(fields.length).toBeLessThanOrEqual(10);
      return [
        ...id,
        ...fields,
        ...(block.text ? [[block.text.text, 3000] as [string, number]] : []),
      ];
    }
    if (block.type !== 'context') throw new Error(`no limits known for ${block.type}`);
    expect(block.elements.length).toBeLessThanOrEqual(10);
    return block.elements.map((one) => ['text' in one ? String(one.text) : '', 2000]);
  });
}

function expectTaken(alert: AlertMessage): void {
  const blocks = slackBlocks(alert);
  expect(blocks.length).toBeLessThanOrEqual(50);
  for (const [text, most] of limits(blocks)) {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(most);
    expect(text.isWellFormed()).toBe(true);
  }
  expect(slackFallback(alert).length).toBeLessThanOrEqual(3000);
  expect(slackFallback(alert).isWellFormed()).toBe(true);
}

const anyText = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(400))
  .map(([text, times]) => text.repeat(times + 1));

const anyAlert: fc.Arbitrary<AlertMessage> = fc
  .record({
    hashtag: anyText,
    source: anyText,
    alternative: anyText,
    reasons: fc.array(anyText, { maxLength: 6 }),
    volume: fc.array(fc.option(fc.nat(100_000)), { maxLength: 36 }),
  })
  .map((some) =>
    anAlert({
      ...some,
      burstId: `mastodon:${some.hashtag}/1`,
      alertId: `mastodon:${some.hashtag}/1#coordinated`,
      link: `https://page.example/#/bursts/${encodeURIComponent(some.hashtag)}`,
    }),
  );

const textOf = (blocks: readonly KnownBlock[]) => JSON.stringify(blocks);

describe('an alert for Slack', () => {
  it('keeps every limit whatever it tells of', () => {
    fc.assert(fc.property(anyAlert, expectTaken));
  });

  it.each([
    ['Urdu', 'سیلاب_متاثرین_کی_مدد'],
    ['letters outside the basic plane', '𐐷𝔘🌊'],
    ['markup', '<&>'],
  ])('keeps them for a hashtag of thousands of letters: %s', (_, part) => {
    const hashtag = part.repeat(300);
    const id = `replay:${hashtag}/1`;
    expectTaken(
      anAlert({
        hashtag,
        burstId: id,
        alertId: `${id}#coordinated`,
        link: `https://page.example/#/bursts/${encodeURIComponent(id)}`,
        source: `mastodon (${part.repeat(900)})`,
        reasons: Array.from({ length: 200 }, (_, index) => `${index} & ${part.repeat(500)}`),
        volume: Array.from({ length: 200 }, () => 1e9),
        alternative: part.repeat(3000),
      }),
    );
  });

  it('says what, where, how strong, why, what else, and where to look', () => {
    const alert = anAlert({ reasons: ['first', 'second', 'third', 'fourth'] });
    const [header] = slackBlocks(alert);
    const text = textOf(slackBlocks(alert));

    expect(header).toMatchObject({
      block_id: alert.alertId,
      text: { text: ':red_circle: Coordinated burst: #harbour' },
    });
    for (const part of [
      '2026-01-06 12:00 UTC',
      '412 posts by 96 accounts',
      '*Looks coordinated*\\nAbout 30 % of its posts, 20 to 45 %',
      '0.82 of 1',
      '▁·▁█',
    ])
      expect(text).toContain(part);
    expect(text).toContain('• first\\n• second\\n• third');
    expect(text).not.toContain('fourth');
    expect(text).toContain(alert.alternative);
    expect(text).toContain(`<${alert.link}|Evidence and chart>`);
    expect(slackFallback(alert)).toBe('Coordinated burst of #harbour on replay: first');
    expect(textOf(slackBlocks(anAlert({ level: 'suspicious' })))).toContain(
      ':large_yellow_circle: Suspicious',
    );
  });

  it('tells of known events, and that a public call is on record', () => {
    const call = 'Openly: a public call to post is on record (says <union.example>).';
    const blocks = slackBlocks(anAlert({ events: [call], openly: true }));
    expect(JSON.stringify(blocks[0])).toContain('Coordinated burst, openly: #harbour');
    expect(JSON.stringify(blocks)).toContain(
      '*Known events*\\n• Openly: a public call to post is on record (says &lt;union.example&gt;).',
    );
    expect(JSON.stringify(slackBlocks(anAlert({ events: [] })))).not.toContain('Known events');
  });

  it('names the hashtag as it was written', () => {
    const alert = anAlert({ hashtag: 'ışık', display: 'IŞIK' });
    expect(JSON.stringify(slackBlocks(alert)[0])).toContain('Coordinated burst: #IŞIK');
    expect(slackFallback(alert)).toContain('burst of #IŞIK on replay');
  });

  it('says nothing of the share where nothing tells it', () => {
    expect(textOf(slackBlocks(anAlert({ share: null })))).not.toContain('Looks coordinated');
  });

  it('says of one that rose with others that it was not alone', () => {
    const surge = 'rose with 24 of 60 hashtags of this source';
    expect(textOf(slackBlocks(anAlert({ surge })))).toContain(
      '*Not alone*\\nRose with 24 of 60 hashtags of this source',
    );
    expect(textOf(slackBlocks(anAlert()))).not.toContain('Not alone');
  });

  it('lets nobody call a channel or fake a link', () => {
    const said = '<!channel> <https://elsewhere.example|here> & more';
    const alert = anAlert({ reasons: [said], alternative: said, source: said });
    const shown = textOf(slackBlocks(alert)) + slackFallback(alert);

    expect(shown).not.toContain('<!channel>');
    expect(shown).not.toContain('<https://elsewhere.example');
    expect(shown).toContain('&lt;!channel&gt;');
    expect(shown).toContain('&amp; more');
  });

  it('cuts through neither a letter nor an escaped one', () => {
    for (let before = 0; before < 8; before += 1) {
      const alternative = `${'x'.repeat(2960 + before)}${'&'.repeat(20)}`;
      const [, , , , section] = slackBlocks(anAlert({ alternative }));
      const text = section?.type === 'section' ? (section.text?.text ?? '') : '';
      expect(text).toMatch(/(x|&amp;)…$/);
    }
  });

  it('tells a burst by name where its link is too long', () => {
    const alert = anAlert({ link: `https://page.example/${'x'.repeat(3000)}`, burstId: 'b<1' });
    expect(textOf(slackBlocks(alert))).toContain('Evidence and chart: burst b&lt;1');
  });
});
