import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailSubject, emailText } from '../../../functions/adapters/sns/email-text.ts';
import { anAlert } from '../../support/an-alert.ts';

const URDU = 'سیلاب_متاثرین';

describe('the subject of an email', () => {
  it.each([
    [{}, 'Turfwatch: coordinated burst of #harbour on replay'],
    [{ hashtag: URDU }, 'Turfwatch: coordinated burst of a hashtag on replay'],
    [
      { level: 'suspicious' as const, source: 'mastodon (bücher.example)' },
      'Turfwatch: suspicious burst of #harbour on mastodon (b?cher.example)',
    ],
    [{ display: 'Harbour2026' }, 'Turfwatch: coordinated burst of #Harbour2026 on replay'],
    [{ hashtag: 'new\nline' }, 'Turfwatch: coordinated burst of #new line on replay'],
    [{ hashtag: 'x'.repeat(200) }, `Turfwatch: coordinated burst of #${'x'.repeat(66)}`],
  ])('of %j', (some, subject) => {
    expect(emailSubject(anAlert(some))).toBe(subject);
  });

  it('is always what SNS takes: printable ASCII, below 100 characters', () => {
    const anyName = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(anyName, anyName, (hashtag, source) => {
        expect(emailSubject(anAlert({ hashtag, source }))).toMatch(
          /^[\x21-\x7e][\x20-\x7e]{0,98}$/,
        );
      }),
    );
  });
});

describe('the text of an email', () => {
  it('says what, when, why, what else it could be and where to look', () => {
    expect(
      emailText(anAlert({ hashtag: URDU })),
    ).toBe(`Coordinated burst: \u2068#${URDU}\u2069 on replay

Began 2026-01-06 12:00 UTC, judged 9 minutes later.
First suspicious 4 min after the burst began, coordinated after 9 min.
412 posts by 96 accounts were looked at.
Looks coordinated: about 30 % of its posts, 20 to 45 %.
Strength 0.82 on a scale from 0 to 1, for ranking; it is not a probability.

Posts every 5 min (usually about 4.3):
▁·▁█

Why:
- 61 % of the originals are copies of another
- 30 accounts wrote half of the posts

What else it could be:
It could also be an event that many wait for.

Evidence and chart:
https://page.example/#/bursts/replay%3Aharbour%2F1767700800000

This speaks of coordination: accounts acted together more than chance explains. It does not say who is behind it, whether anybody paid, or that any one account did wrong.

Alert replay:harbour/1767700800000#coordinated
Thresholds 2026-11-a`);
  });

  it('tells of known events, and that a public call is on record', () => {
    const call = 'Openly: a public call to post is on record (says union.example).';
    const lines = emailText(anAlert({ events: [call], openly: true })).split('\n');
    expect(lines[0]).toBe('Coordinated burst, openly: #harbour on replay');
    const at = lines.indexOf('Known events:');
    expect(lines.slice(at, at + 3)).toEqual(['Known events:', `- ${call}`, '']);
    expect(emailText(anAlert({ events: [] }))).not.toContain('Known events');
  });

  it('names the hashtag as it was written', () => {
    const text = emailText(anAlert({ hashtag: 'پاکستان', display: 'پاكستان' }));
    expect(text.split('\n')[0]).toBe('Coordinated burst: \u2068#پاكستان\u2069 on replay');
  });

  it('leaves wrapping to the screen of the reader: a paragraph is one line', () => {
    const long = 'word '.repeat(60).trim();

    const lines = emailText(anAlert({ reasons: [long], alternative: long })).split('\n');

    expect(lines).toContain(`- ${long}`);
    expect(lines).toContain(long);
  });

  it('says nothing of the share where nothing tells it', () => {
    expect(emailText(anAlert({ share: null }))).not.toContain('Looks coordinated');
    expect(emailText(anAlert({ surge: 'rose with 24 of 60 hashtags of this source' }))).toContain(
      '\nNot alone: it rose with 24 of 60 hashtags of this source.\n',
    );
  });

  it('shows a large expectation without decimals', () => {
    expect(emailText(anAlert({ expected: 1234.5 }))).toContain('usually about 1235');
  });
});
