import type { AlertMessage } from '../../functions/model/alert.ts';

export function anAlert(overrides: Partial<AlertMessage> = {}): AlertMessage {
  const startMs = Date.UTC(2026, 0, 6, 12);
  return {
    alertId: `replay:harbour/${startMs}#coordinated`,
    level: 'coordinated',
    source: 'replay',
    hashtag: 'harbour',
    burstId: `replay:harbour/${startMs}`,
    raisedMs: startMs + 540_000,
    startMs,
    reached: 'first suspicious 4 min after the burst began, coordinated after 9 min',
    strength: 0.82,
    share: 'about 30 % of its posts, 20 to 45 %',
    posts: 412,
    accounts: 96,
    surge: null,
    volume: [3, null, 0, 180],
    bucketMinutes: 5,
    expected: 4.25,
    reasons: ['61 % of the originals are copies of another', '30 accounts wrote half of the posts'],
    alternative: 'It could also be an event that many wait for.',
    link: 'https://page.example/#/bursts/replay%3Aharbour%2F1767700800000',
    thresholds: '2026-11-a',
    ...overrides,
  };
}
