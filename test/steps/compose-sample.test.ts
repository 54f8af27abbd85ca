import { expect, it } from 'vitest';
import { slackBlocks } from '../../functions/adapters/slack/blocks.ts';
import { emailText } from '../../functions/adapters/sns/email-text.ts';
import type { Burst } from '../../functions/model/burst.ts';
import { composeAlert } from '../../functions/steps/compose-alert.ts';
import { aBurst } from '../support/a-burst.ts';
import { NO_OCCASION } from '../support/a-known-event.ts';
import { aVerdict } from '../support/a-verdict.ts';

const NOON = Date.UTC(2026, 0, 6, 12);

function alertOf(sample: Burst['sample'], differs: Partial<Burst> = {}) {
  const alert = composeAlert(
    aBurst({
      sample,
      verdict: aVerdict({ share: { low: 0.2, likely: 0.3, high: 0.45 } }),
      ...differs,
      alert: { alertId: 'a', level: 'coordinated', state: 'pending', raisedMs: NOON, sentMs: null },
    }),
    [],
    NO_OCCASION,
    'https://page.example',
  );
  if (alert === undefined) throw new Error('an alert is required');
  return alert;
}

it('an alert on a part of the posts says so, and claims its share of that part only', () => {
  const alert = alertOf({ kept: 812, counted: 2400 });
  expect(alert.share).toBe('about 30 % of the posts kept, 20 to 45 %');
  expect(emailText(alert)).toContain(
    '\nA sample: 812 of 2,400 posts counted were kept (34 %). What is said holds for these.\n',
  );
  expect(JSON.stringify(slackBlocks(alert))).toContain(
    '812 of 2,400 posts counted were kept (34 %)',
  );
});

it.each([null, { kept: 95, counted: 100 }])(
  'an alert on nearly all of them does not (%o)',
  (sample) => {
    const alert = alertOf(sample);
    expect(alert.share).toBe('about 30 % of its posts, 20 to 45 %');
    expect(emailText(alert)).not.toMatch(/sample/i);
    expect(JSON.stringify(slackBlocks(alert))).not.toMatch(/sample/i);
  },
);

it('an alert counts as people read it, and names several servers one by one', () => {
  const alert = alertOf(null, {
    source: 'mastodon',
    place: 'one.example+two.example',
    verdict: aVerdict({ posts: 12_040, accounts: 1 }),
  });
  const email = emailText(alert);
  expect(email).toContain(' on mastodon (one.example + two.example)\n');
  expect(email).toContain('\n12,040 posts by 1 account were looked at.\n');
  expect(JSON.stringify(slackBlocks(alert))).toContain('12,040 posts by 1 account');
});
