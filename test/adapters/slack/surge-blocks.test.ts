import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surgeBlocks, surgeFallback } from '../../../functions/adapters/slack/surge-blocks.ts';
import { aSurge } from '../../support/a-surge.ts';

const textOf = (blocks: readonly KnownBlock[]) => JSON.stringify(blocks);

describe('a surge for Slack', () => {
  it('says what rose, where, since when, which were first, and what it does not say', () => {
    const surge = aSurge();
    const [header] = surgeBlocks(surge);
    const text = textOf(surgeBlocks(surge));

    expect(header).toMatchObject({
      block_id: surge.alertId,
      text: {
        text: ':large_blue_circle: 812 of 1,000 hashtags on mastodon (one.example) rose together',
      },
    });
    for (const part of [
      '2026-01-06 12:00 UTC',
      '*First to rise*\\n#harbour #سیلاب #derby',
      'This says nothing of coordination.',
      '<https://page.example/#/|All bursts>',
    ])
      expect(text).toContain(part);
    expect(surgeFallback(surge)).toBe(`${surge.headline}. This says nothing of coordination.`);
  });

  it('keeps the limits of Slack, and lets nobody call a channel', () => {
    const anyText = fc
      .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.nat(400))
      .map(([text, times]) => `<!channel>${text.repeat(times + 1)}`);
    fc.assert(
      fc.property(anyText, anyText, fc.array(anyText, { maxLength: 5 }), (a, b, hashtags) => {
        const surge = aSurge({ headline: a, source: b, hashtags });
        const [header, facts, ...rest] = surgeBlocks(surge);
        expect(header).toMatchObject({ type: 'header' });
        const title = header?.type === 'header' ? header.text.text : '';
        const fields = facts?.type === 'section' ? (facts.fields ?? []) : [];
        expect(title.length).toBeLessThanOrEqual(150);
        for (const { text } of fields) expect(text.length).toBeLessThanOrEqual(2000);
        expect(textOf(rest) + fields.map(({ text }) => text)).not.toContain('<!channel>');
        expect(surgeFallback(surge)).not.toContain('<!channel>');
        expect(surgeFallback(surge).length).toBeLessThanOrEqual(3000);
      }),
    );
  });
});
