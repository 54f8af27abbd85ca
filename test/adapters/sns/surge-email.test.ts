import { expect, it } from 'vitest';
import { surgeSubject, surgeText } from '../../../functions/adapters/sns/surge-email.ts';
import { aSurge } from '../../support/a-surge.ts';

it('tells a surge in plain words', () => {
  expect(surgeSubject(aSurge())).toBe(
    'Turfwatch: 812 of 1,000 hashtags on mastodon (one.example) rose together',
  );
  expect(surgeText(aSurge())).toBe(`812 of 1,000 hashtags on mastodon (one.example) rose together

Since 2026-01-06 12:00 UTC, noticed 4 minutes later.
First to rise: #harbour #سیلاب #derby

Where so many rise at once the cause is seldom in any one of them. Often it is the source: a server that caught up, a feed counted twice, a change in how it counts. Or something happened in the world that people speak of everywhere.

This says nothing of coordination. Each of these hashtags is judged by itself as ever, and its page says that it rose with the others. What is only suspicious among them is not told; what is coordinated is, since a push may hide in a surge.

All bursts:
https://page.example/#/

Notice surge:mastodon@one.example/1767700800000`);
});

it('keeps the subject as SNS takes it', () => {
  const { headline } = aSurge();
  const subject = surgeSubject(aSurge({ headline: `${headline}\n${'ü'.repeat(200)}` }));
  expect(subject).toMatch(/^[\x21-\x7e][\x20-\x7e]{0,98}$/);
});
